using TorchSharp.Native;
using static TorchSharp.Native.Operator;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor this[params TensorIndex[] indices]
        {
            get => TensorIndex.Read(this, indices);
            set => TensorIndex.Write(this, indices, value);
        }

        public Tensor view(params long[] shape) => One("view", this, shape);

        public Tensor reshape(params long[] shape) => One("reshape", this, shape);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            One("flatten.using_ints", this, start_dim, end_dim);

        public Tensor unsqueeze(long dim) => One("unsqueeze", this, dim);

        public Tensor squeeze(long dim) => One("squeeze.dim", this, dim);

        public Tensor squeeze() => One("squeeze", this);

        public Tensor t() => One("t", this);

        public Tensor transpose(long dim0, long dim1) => One("transpose.int", this, dim0, dim1);

        public Tensor permute(params long[] dims) => One("permute", this, dims);

        public Tensor expand(params long[] sizes) => One("expand", this, sizes);

        public Tensor repeat(params long[] sizes) => One("repeat", this, sizes);

        public Tensor roll(long shifts, long dims) => One("roll", this, new[] { shifts }, new[] { dims });

        public Tensor flip(params long[] dims) => One("flip", this, dims);

        public Tensor narrow(long dim, long start, long length) => One("narrow", this, dim, start, length);

        public Tensor slice(long dim, long start, long finish, long step) =>
            One("slice.Tensor", this, dim, start, finish, step);

        public Tensor select(long dim, long index) => One("select.int", this, dim, index);

        public Tensor index_select(long dim, Tensor index) => One("index_select", this, dim, index);

        public Tensor gather(long dim, Tensor index) => One("gather", this, dim, index);

        public Tensor[] chunk(long chunks, long dim = 0) => Many("chunk", this, chunks, dim);

        public Tensor[] split(long size, long dim = 0) => Many("split.Tensor", this, size, dim);

        public Tensor[] unbind(int dimension = 0) => Many("unbind.int", this, (long)dimension);

        public Tensor contiguous() => One("contiguous", this);

        public Tensor clone() => One("clone", this);

        public Tensor detach() => One("detach", this);

        public Tensor copy_(Tensor source, bool non_blocking = false) => Self("copy_", this, source, non_blocking);

        public Tensor fill_(Scalar value) => Self("fill_.Scalar", this, value);

        public Tensor zero_() => Self("zero_", this);

        public Tensor uniform_(double from, double to) => Self("uniform_", this, from, to);

        public Tensor normal_(double mean = 0, double std = 1) => Self("normal_", this, mean, std);

        public Tensor to(ScalarType type) => One("to.dtype", this, type);

        public Tensor to(Device device) => One("to.dtype_layout", this, dtype, Argument.None, device);

        public Tensor cpu() => to(CPU);

        public Tensor cuda() => to(CUDA);

        public Tensor sum(ScalarType? type = null) => One("sum", this, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            One("sum.dim_IntList", this, dim, keepdim, type);

        public Tensor sum(long dim, bool keepdim = false) => sum([dim], keepdim);

        public Tensor mean() => One("mean", this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            One("mean.dim", this, dimensions, keepdim, type);

        public Tensor std(bool unbiased = true) => One("std", this, unbiased);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false) =>
            One("std.dim", this, dimensions, unbiased, keepdim);

        public Tensor max() => One("max", this);

        public Tensor min() => One("min", this);

        public Tensor amax(long[] dims, bool keepdim = false) => One("amax", this, dims, keepdim);

        public Tensor norm() => One("norm.Scalar", this);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) =>
            One("norm.ScalarOpt_dim", this, (double)p, new[] { (long)dim }, keepdim);

        public Tensor argmax(long dim, bool keepdim = false) => One("argmax", this, dim, keepdim);

        public Tensor cumsum(long dim) => One("cumsum", this, dim);

        public Tensor all() => One("all", this);

        public Tensor any() => One("any", this);

        /// <summary>Whether every element is the same.</summary>
        public bool Equals(Tensor target) => Truth("equal", this, target);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Truth("allclose", this, target, rtol, atol, equal_nan);
    }
}
