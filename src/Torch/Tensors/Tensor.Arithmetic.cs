using TorchSharp.Native;
using static TorchSharp.Native.Operator;

namespace TorchSharp;

// One line an operator: its name in libtorch, and the arguments in its schema's order.
public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);

        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        public static Tensor operator -(Scalar left, Tensor right) => One("rsub.Scalar", right, left);

        public static Tensor operator -(Tensor operand) => operand.neg();

        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);

        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        public static Tensor operator /(Scalar left, Tensor right)
        {
            using var inverse = right.reciprocal();
            return inverse.mul(left);
        }

        public static Tensor operator <(Tensor left, Scalar right) => One("lt.Scalar", left, right);

        public static Tensor operator >(Tensor left, Scalar right) => One("gt.Scalar", left, right);

        public Tensor add(Tensor target) => One("add.Tensor", this, target);

        public Tensor add(Tensor target, Scalar alpha) => One("add.Tensor", this, target, alpha);

        public Tensor add(Scalar scalar) => One("add.Scalar", this, scalar);

        public Tensor add_(Tensor target) => Self("add_.Tensor", this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Self("add_.Tensor", this, target, alpha);

        public Tensor add_(Scalar scalar) => Self("add_.Scalar", this, scalar);

        public Tensor sub(Tensor target) => One("sub.Tensor", this, target);

        public Tensor sub(Scalar scalar) => One("sub.Scalar", this, scalar);

        public Tensor sub_(Tensor target) => Self("sub_.Tensor", this, target);

        public Tensor mul(Tensor target) => One("mul.Tensor", this, target);

        public Tensor mul(Scalar scalar) => One("mul.Scalar", this, scalar);

        public Tensor mul_(Tensor target) => Self("mul_.Tensor", this, target);

        public Tensor mul_(Scalar scalar) => Self("mul_.Scalar", this, scalar);

        public Tensor div(Tensor target) => One("div.Tensor", this, target);

        public Tensor div(Scalar target) => One("div.Scalar", this, target);

        public Tensor div_(Tensor target) => Self("div_.Tensor", this, target);

        public Tensor div_(Scalar target) => Self("div_.Scalar", this, target);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            One("addcmul", this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Self("addcmul_", this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Self("addcdiv_", this, tensor1, tensor2, value);

        public Tensor lerp(Tensor end, Scalar weight) => One("lerp.Scalar", this, end, weight);

        public Tensor pow(Scalar exponent) => One("pow.Tensor_Scalar", this, exponent);

        public Tensor pow(Tensor exponent) => One("pow.Tensor_Tensor", this, exponent);

        public Tensor neg() => One("neg", this);

        public Tensor reciprocal() => One("reciprocal", this);

        public Tensor square() => One("square", this);

        public Tensor sqrt() => One("sqrt", this);

        public Tensor rsqrt() => One("rsqrt", this);

        public Tensor exp() => One("exp", this);

        public Tensor log() => One("log", this);

        public Tensor log1p() => One("log1p", this);

        public Tensor sin() => One("sin", this);

        public Tensor cos() => One("cos", this);

        public Tensor tanh() => One("tanh", this);

        public Tensor sigmoid() => One("sigmoid", this);

        public Tensor erf() => One("erf", this);

        public Tensor relu() => One("relu", this);

        public Tensor abs() => One("abs", this);

        public Tensor sign() => One("sign", this);

        public Tensor floor() => One("floor", this);

        public Tensor isnan() => One("isnan", this);

        public Tensor isfinite() => One("isfinite", this);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => One("clamp", this, min, max);

        public Tensor maximum(Tensor other) => One("maximum", this, other);

        public Tensor minimum(Tensor other) => One("minimum", this, other);

        public Tensor eq(Tensor target) => One("eq.Tensor", this, target);

        public Tensor lt(Tensor target) => One("lt.Tensor", this, target);

        public Tensor gt(Tensor target) => One("gt.Tensor", this, target);

        public Tensor where(Tensor condition, Tensor y) => One("where.self", condition, this, y);

        public Tensor matmul(Tensor target) => One("matmul", this, target);

        public Tensor mm(Tensor target) => One("mm", this, target);

        public Tensor bmm(Tensor batch2) => One("bmm", this, batch2);

        public Tensor mv(Tensor target) => One("mv", this, target);

        public Tensor dot(Tensor target) => One("dot", this, target);

        public Tensor addmm(Tensor mat1, Tensor mat2, double beta, double alpha) =>
            One("addmm", this, mat1, mat2, beta, alpha);

        public Tensor addmm_(Tensor mat1, Tensor mat2, double beta, double alpha) =>
            Self("addmm_", this, mat1, mat2, beta, alpha);

        public Tensor baddbmm(Tensor batch1, Tensor batch2, double beta = 1, double alpha = 1) =>
            One("baddbmm", this, batch1, batch2, beta, alpha);


        public Tensor real => One("real", this);

        public Tensor imag => One("imag", this);

        public Tensor conj() => One("conj", this);

        internal Tensor Self(string name, params ReadOnlySpan<Argument> arguments)
        {
            InPlace(name, arguments);
            return this;
        }
    }
}
