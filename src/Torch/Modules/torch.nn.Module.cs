using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a network: parameters, buffers and parts of its own, found among its fields.</summary>
        public abstract class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Parameter?> ownParameters = [];
            private readonly OrderedDictionary<string, Tensor> ownBuffers = [];
            private readonly OrderedDictionary<string, Module> ownModules = [];
            private readonly string name;

            protected Module(string name) => this.name = name;

            /// <summary>Whether the network is being trained, as opposed to used.</summary>
            public bool training { get; private set; } = true;

            public string GetName() => name;

            public void train(bool train = true)
            {
                foreach (var module in modules().Append(this))
                {
                    module.training = train;
                }
            }

            public void eval() => train(false);

            public void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    if (set_to_none)
                    {
                        parameter.grad = null;
                        continue;
                    }

                    using var gradient = parameter.grad;
                    _ = gradient?.zero_();
                }
            }

            public IEnumerable<(string name, Module module)> named_children() =>
                ownModules.Select(pair => (pair.Key, pair.Value));

            public IEnumerable<Module> children() => ownModules.Values;

            public IEnumerable<Module> modules() =>
                ownModules.Values.SelectMany(module => module.modules().Prepend(module));

            public IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var own = ownParameters.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!));
                return !recurse ? own : own.Concat(ownModules.SelectMany(child =>
                    child.Value.named_parameters().Select(inner => ($"{child.Key}.{inner.name}", inner.parameter))));
            }

            public IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(pair => pair.parameter);

            public IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true)
            {
                var own = ownBuffers.Select(pair => (pair.Key, pair.Value));
                return !recurse ? own : own.Concat(ownModules.SelectMany(child =>
                    child.Value.named_buffers().Select(inner => ($"{child.Key}.{inner.name}", inner.buffer))));
            }

            public IEnumerable<Tensor> buffers(bool recurse = true) =>
                named_buffers(recurse).Select(pair => pair.buffer);

            public Dictionary<string, Tensor> state_dict() =>
                named_parameters().Select(pair => (pair.name, (Tensor)pair.parameter))
                .Concat(named_buffers()).ToDictionary(pair => pair.Item1, pair => pair.Item2);

            public void register_parameter(string name, Parameter? param) => ownParameters[name] = param;

            public void register_module(string name, Module submodule) => ownModules[name] = submodule;

            /// <summary>Takes a tensor that is no parameter but belongs to the network; it leaves its scope.</summary>
            public void register_buffer(string name, Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                ownBuffers[name] = tensor.DetachFromDisposeScope();
            }

            public Module save(string location)
            {
                using var stream = File.Create(location);
                return save(stream);
            }

            public Module save(Stream stream)
            {
                var writer = new BinaryWriter(stream);
                var state = state_dict();
                writer.Write7BitEncodedInt64(state.Count);
                foreach (var (key, value) in state)
                {
                    writer.Write(key);
                    value.Save(writer);
                }

                writer.Flush();
                return this;
            }

            public Module load(string location)
            {
                using var stream = File.OpenRead(location);
                return load(stream);
            }

            /// <exception cref="ArgumentException">The file is of another network.</exception>
            public Module load(Stream stream)
            {
                var reader = new BinaryReader(stream);
                var state = state_dict();
                var count = reader.Read7BitEncodedInt64();
                if (count != state.Count)
                {
                    throw new ArgumentException(
                        $"The file holds {count} tensors; {name} has {state.Count}.", nameof(stream));
                }

                using var recording = no_grad();
                for (var i = 0; i < count; i++)
                {
                    var key = reader.ReadString();
                    using var value = Tensor.Load(reader);
                    var target = state.TryGetValue(key, out var found)
                        ? found
                        : throw new ArgumentException(
                            $"The file holds {key}; {name} has no such tensor.", nameof(stream));
                    if (!target.shape.SequenceEqual(value.shape))
                    {
                        throw new ArgumentException(
                            $"{key} is {value} in the file and {target} in {name}.", nameof(stream));
                    }

                    _ = target.copy_(value);
                }

                return this;
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                foreach (var owned in ownParameters.Values.Concat<IDisposable?>(ownBuffers.Values).Concat(
                    ownModules.Values))
                {
                    owned?.Dispose();
                }
            }

            /// <summary>Registers the fields that hold parameters, tensors and modules, under their names.</summary>
            protected void RegisterComponents()
            {
                const BindingFlags Own =
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                foreach (var field in GetType().GetFields(Own))
                {
                    var key = field.Name;
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(key, module); break;
                        case Parameter parameter: register_parameter(key, parameter); break;
                        case Tensor tensor: register_buffer(key, tensor); break;
                    }
                }
            }
        }

        /// <summary>A network with one input.</summary>
        public abstract class Module<T, TResult>(string name) : Module(name)
        {
            public abstract TResult forward(T input);

            public TResult call(T input) => forward(input);
        }

        /// <summary>A network with two inputs.</summary>
        public abstract class Module<T1, T2, TResult>(string name) : Module(name)
        {
            public abstract TResult forward(T1 input1, T2 input2);

            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }
    }
}
