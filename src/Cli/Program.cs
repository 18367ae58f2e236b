using Sci.Cases;
using Sci.Cli;

using var interruption = new Interruption();
return SciCommand.Run(args, Terminal.OfProcess(interruption.Token), CaseKinds.All);
