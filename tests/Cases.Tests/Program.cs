using Sci.Cases.Tests.Files;

// The test assembly is a program too: the fault tests start it, to kill it.
return StageWriter.Run(args[0], stop: args[1] == "stop");
