namespace Sci.Hdf5;

/// <summary>An HDF5 file that cannot be read or written as asked.</summary>
/// <remarks>The message names the file, the object in it and HDF5's own reason.</remarks>
public sealed class Hdf5Exception : IOException
{
    /// <summary>An error without a message.</summary>
    public Hdf5Exception()
    {
    }

    /// <summary>An error of its own.</summary>
    public Hdf5Exception(string message)
        : base(message)
    {
    }

    /// <summary>An error that another caused.</summary>
    public Hdf5Exception(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
