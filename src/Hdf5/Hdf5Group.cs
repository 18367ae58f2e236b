namespace Sci.Hdf5;

/// <summary>A group of datasets and other groups.</summary>
public sealed class Hdf5Group : Hdf5Container
{
    internal Hdf5Group(Handle handle, string filePath, string path)
        : base(handle, filePath, path)
    {
    }

    private protected override void Closing()
    {
    }
}
