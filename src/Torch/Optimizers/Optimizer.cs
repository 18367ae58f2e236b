using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Methods that change parameters by their gradients.</summary>
    public static partial class optim
    {
        /// <summary>A method and what it remembers.</summary>
        public abstract class Optimizer : IDisposable
        {
            protected Optimizer(IEnumerable<Parameter> parameters, double lr)
            {
                Group = new ParamGroup([.. parameters], lr);
                State = Group.Parameters.ConvertAll(_ => new Tensor?[StateTensors]);
            }

            public IEnumerable<ParamGroup> ParamGroups => [Group];

            /// <summary>Steps taken.</summary>
            public long Steps { get; private protected set; }

            private protected ParamGroup Group { get; }

            /// <summary>What is remembered for each parameter: shapes like the parameter's, or null.</summary>
            private protected List<Tensor?[]> State { get; }

            private protected abstract int StateTensors { get; }

            public IEnumerable<Parameter> parameters() => Group.Parameters;

            public void zero_grad() => Group.Parameters.ForEach(parameter => parameter.grad = null);

            /// <summary>
            /// One step; <paramref name="closure"/> computes the loss and its gradients anew, where the method asks for
            /// it.
            /// </summary>
            /// <returns>The loss before the step, or null without a closure.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Writes the steps taken, the rate and what is remembered.</summary>
            public void save_state_dict(BinaryWriter writer)
            {
                ArgumentNullException.ThrowIfNull(writer);
                writer.Write(Steps);
                writer.Write(Group.LearningRate);
                foreach (var tensor in State.SelectMany(each => each))
                {
                    writer.Write(tensor is not null);
                    tensor?.Save(writer);
                }
            }

            public void load_state_dict(BinaryReader reader)
            {
                ArgumentNullException.ThrowIfNull(reader);
                Steps = reader.ReadInt64();
                Group.LearningRate = reader.ReadDouble();
                foreach (var each in State)
                {
                    for (var i = 0; i < each.Length; i++)
                    {
                        each[i]?.Dispose();
                        each[i] = reader.ReadBoolean() ? Tensor.Load(reader).DetachFromDisposeScope() : null;
                    }
                }
            }

            public void Dispose()
            {
                State.ForEach(each => Array.ForEach(each, tensor => tensor?.Dispose()));
                GC.SuppressFinalize(this);
            }

            private protected Tensor Remembered(int parameter, int which) =>
                State[parameter][which] ??= zeros_like(Group.Parameters[parameter]).DetachFromDisposeScope();
        }

        /// <summary>Parameters with a rate of their own.</summary>
        public sealed class ParamGroup
        {
            internal ParamGroup(List<Parameter> parameters, double rate)
            {
                Parameters = parameters;
                InitialLearningRate = LearningRate = rate;
            }

            public double LearningRate { get; set; }

            public double InitialLearningRate { get; set; }

            internal List<Parameter> Parameters { get; }

            internal (double, double)? Betas { get; set; }
        }
    }
}
