using Sci.Hdf5;

namespace Sci.Reader;

/// <summary>The reading process: one answer a request, until the pipe is closed.</summary>
internal static class Answering
{
    public static void Serve(BinaryReader requests, BinaryWriter answers)
    {
        answers.Write(true);
        answers.Flush();
        try
        {
            while (true)
            {
                Answer(requests.ReadRequest(), answers);
                answers.Flush();
            }
        }
        catch (IOException)
        {
            // The other end of a pipe is closed: nobody asks any more.
        }
    }

    private static void Answer(Request request, BinaryWriter answers)
    {
        try
        {
            Environment.CurrentDirectory = request.Folder;
            var found = Found(request);
            answers.Write(true);
            found(answers);
        }
        catch (Exception error) when (error is not IOException or Hdf5Exception)
        {
            // Whatever a damaged file leads to, the asker is to hear of it in one sentence.
            var reason = error is Hdf5Exception ? error.Message : $"{request.File}: {error.Message}";
            answers.Write(false);
            answers.Write(reason.ReplaceLineEndings(" "));
        }
    }

    private static Action<BinaryWriter> Found(Request request)
    {
        if (request.Dataset.Length == 0)
        {
            var contents = Contents.Of(request.File);
            return to => to.Write(contents);
        }

        using var file = Hdf5File.OpenRead(request.File);
        if (request.First < 0)
        {
            var all = file.Read<double>(request.Dataset);
            return to => to.Write(all);
        }

        using var dataset = file.Dataset(request.Dataset);
        var rows = new double[request.Values];
        dataset.ReadRows<double>(request.First, rows);
        return to => to.Write(rows);
    }
}
