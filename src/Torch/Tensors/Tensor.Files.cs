namespace TorchSharp;

// TorchSharp's format: type, number of dimensions and sizes in LEB128, then the bytes.
public static partial class torch
{
    public partial class Tensor
    {
        public void Save(string location)
        {
            using var writer = new BinaryWriter(File.Create(location));
            Save(writer);
        }

        public void Save(BinaryWriter writer)
        {
            ArgumentNullException.ThrowIfNull(writer);
            using var detached = detach();
            using var there = detached.cpu();
            using var contiguous = there.contiguous();
            writer.Write7BitEncodedInt64((long)dtype);
            writer.Write7BitEncodedInt64(ndim);
            foreach (var size in shape)
            {
                writer.Write7BitEncodedInt64(size);
            }

            writer.Flush();
            writer.BaseStream.Write(contiguous.bytes);
        }

        public static Tensor Load(string location)
        {
            using var reader = new BinaryReader(File.OpenRead(location));
            return Load(reader);
        }

        public static Tensor Load(BinaryReader reader)
        {
            ArgumentNullException.ThrowIfNull(reader);
            var type = (ScalarType)reader.Read7BitEncodedInt64();
            var sizes = new long[reader.Read7BitEncodedInt64()];
            for (var i = 0; i < sizes.Length; i++)
            {
                sizes[i] = reader.Read7BitEncodedInt64();
            }

            var tensor = empty(sizes, type);
            reader.BaseStream.ReadExactly(tensor.bytes);
            return tensor;
        }
    }
}
