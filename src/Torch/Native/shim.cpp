// What Sci calls of libtorch: any operator by its name, through the dispatcher, with boxed values; and the few
// things that are no operators. Every function returns 0, or 1 with the reason in sci_error().
#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <dlfcn.h>
#include <malloc.h>

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace {

using Tensors = std::vector<at::Tensor>;
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
using MaybeTensor = std::optional<at::Tensor>;
#else
using MaybeTensor = c10::optional<at::Tensor>;
#endif

enum Kind : int32_t { None, OfTensor, OfInt, OfDouble, OfBool, OfInts, OfDoubles, OfTensors, OfText, OfDevice, OfDefault };

struct Value {
  int32_t kind;
  int32_t count;
  union {
    int64_t i;
    double d;
    void* p;
  };
};

thread_local std::string reason;
thread_local std::vector<Value> results;

template <typename F>
int guarded(F&& body) {
  try {
    body();
    return 0;
  } catch (const c10::Error& error) {
    reason = error.what_without_backtrace();
  } catch (const std::exception& error) {
    reason = error.what();
  } catch (...) {
    reason = "libtorch failed without a reason";
  }
  return 1;
}

at::Tensor& tensor(void* handle) { return *static_cast<at::Tensor*>(handle); }

void* own(at::Tensor t) { return t.defined() ? new at::Tensor(std::move(t)) : nullptr; }

Tensors tensors(void** handles, int count) {
  Tensors list;
  list.reserve(count);
  for (int i = 0; i < count; i++) list.push_back(handles[i] ? tensor(handles[i]) : at::Tensor());
  return list;
}

bool takes_optional_tensors(const c10::Argument& argument) {
  return argument.type()->kind() == c10::TypeKind::ListType &&
      argument.type()->castRaw<c10::ListType>()->getElementType()->kind() == c10::TypeKind::OptionalType;
}

c10::IValue boxed_list(const Value& value, const c10::Argument& argument) {
  auto list = tensors(static_cast<void**>(value.p), value.count);
  if (!takes_optional_tensors(argument)) return list;
  c10::List<MaybeTensor> optional;
  for (auto& t : list) optional.push_back(t.defined() ? MaybeTensor(t) : MaybeTensor());
  return optional;
}

c10::IValue boxed(const Value& value, const c10::Argument& argument) {
  switch (value.kind) {
    case None: return c10::IValue();
    case OfTensor: return tensor(value.p);
    case OfInt: return value.i;
    case OfDouble: return value.d;
    case OfBool: return value.i != 0;
    case OfInts: return std::vector<int64_t>(static_cast<int64_t*>(value.p), static_cast<int64_t*>(value.p) + value.count);
    case OfDoubles: return std::vector<double>(static_cast<double*>(value.p), static_cast<double*>(value.p) + value.count);
    case OfTensors: return boxed_list(value, argument);
    case OfText: return std::string(static_cast<char*>(value.p), value.count);
    case OfDevice: return c10::Device(std::string(static_cast<char*>(value.p), value.count));
    default:
      TORCH_CHECK(argument.default_value(), "argument ", argument.name(), " has no default");
      return *argument.default_value();
  }
}

void unboxed(const c10::IValue& value) {
  Value result{};
  if (value.isTensor()) {
    result.kind = OfTensor;
    result.p = own(value.toTensor());
  } else if (value.isTensorList()) {
    for (const at::Tensor& t : value.toTensorVector()) unboxed(t);
    return;
  } else if (value.isInt()) {
    result.kind = OfInt;
    result.i = value.toInt();
  } else if (value.isDouble()) {
    result.kind = OfDouble;
    result.d = value.toDouble();
  } else if (value.isBool()) {
    result.kind = OfBool;
    result.i = value.toBool();
  } else {
    TORCH_CHECK(value.isNone(), "results of type ", value.tagKind(), " are not carried");
  }
  results.push_back(result);
}

using Backward = int (*)(int64_t id, void** gradients, int32_t count, void** results, int32_t capacity);
using Release = void (*)(int64_t id);

// A node of the graph whose backward is managed code. It owns what id stands for until it is released.
struct ManagedNode final : torch::autograd::Node {
  ManagedNode(int64_t id, Backward backward, Release release, torch::autograd::edge_list&& edges)
      : Node(std::move(edges)), id(id), backward(backward), release(release) {}
  ~ManagedNode() override { release(id); }

  torch::autograd::variable_list apply(torch::autograd::variable_list&& gradients) override {
    TORCH_CHECK(!c10::GradMode::is_enabled(), "this function has no derivative of its gradient; do not set create_graph");
    std::vector<void*> in, out(num_outputs(), nullptr);
    for (auto& g : gradients) in.push_back(own(g));
    TORCH_CHECK(backward(id, in.data(), in.size(), out.data(), out.size()) == 0, reason);
    torch::autograd::variable_list list;
    for (auto* handle : out) {
      list.push_back(handle ? tensor(handle) : at::Tensor());
      delete static_cast<at::Tensor*>(handle);
    }
    return list;
  }

  int64_t id;
  Backward backward;
  Release release;
};

}  // namespace

EXPORT const char* sci_error() { return reason.c_str(); }

EXPORT void sci_fail(const char* text) { reason = text; }

EXPORT const char* sci_version() { return TORCH_VERSION; }

// Operators live as long as the process, and so do their handles.
EXPORT int sci_op_find(const char* name, const char* overload, void** op) {
  return guarded([&] { *op = new c10::OperatorHandle(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload)); });
}

// The results stay where they are until the thread's next call.
EXPORT int sci_op_call(void* op, const Value* arguments, int32_t count, const Value** out, int32_t* produced) {
  return guarded([&] {
    const auto& handle = *static_cast<c10::OperatorHandle*>(op);
    const auto& schema = handle.schema();
    TORCH_CHECK(
        count <= static_cast<int>(schema.arguments().size()), handle.operator_name(), " takes ",
        schema.arguments().size(), " arguments, not ", count);
    c10::Stack stack;
    stack.reserve(schema.arguments().size());
    for (size_t i = 0; i < schema.arguments().size(); i++)
      stack.push_back(boxed(static_cast<int>(i) < count ? arguments[i] : Value{OfDefault}, schema.arguments()[i]));
    handle.callBoxed(&stack);
    results.clear();
    for (const auto& value : stack) unboxed(value);
    *out = results.data();
    *produced = results.size();
  });
}

EXPORT void sci_tensor_free(void* handle) { delete static_cast<at::Tensor*>(handle); }

EXPORT void* sci_tensor_share(void* handle) { return own(tensor(handle)); }

EXPORT int sci_tensor_copy_of(const void* data, const int64_t* sizes, int32_t count, int32_t type, void** out) {
  return guarded([&] {
    auto made = at::empty(at::IntArrayRef(sizes, count), at::TensorOptions().dtype(static_cast<at::ScalarType>(type)));
    if (made.numel() > 0) std::memcpy(made.data_ptr(), data, made.nbytes());
    *out = own(made);
  });
}

EXPORT int sci_tensor_data(void* handle, void** data) {
  return guarded([&] { *data = tensor(handle).data_ptr(); });
}

// Properties: type, device type, device index, requires grad, is leaf, is contiguous.
EXPORT int sci_tensor_properties(void* handle, int64_t* properties) {
  return guarded([&] {
    const auto& t = tensor(handle);
    int64_t values[] = {
        static_cast<int64_t>(t.scalar_type()), static_cast<int64_t>(t.device().type()), t.device().index(),
        t.requires_grad(), t.is_leaf(), t.is_contiguous()};
    std::copy(std::begin(values), std::end(values), properties);
  });
}

EXPORT int sci_tensor_dimensions(void* handle) { return static_cast<int>(tensor(handle).dim()); }

EXPORT int sci_tensor_shape(void* handle, int64_t* sizes, int64_t* strides) {
  return guarded([&] {
    const auto& t = tensor(handle);
    std::copy(t.sizes().begin(), t.sizes().end(), sizes);
    std::copy(t.strides().begin(), t.strides().end(), strides);
  });
}

EXPORT int sci_tensor_require_grad(void* handle, int32_t required) {
  return guarded([&] { tensor(handle).set_requires_grad(required != 0); });
}

EXPORT int sci_tensor_grad(void* handle, void** out) {
  return guarded([&] { *out = own(tensor(handle).grad()); });
}

EXPORT int sci_tensor_set_grad(void* handle, void* gradient) {
  return guarded([&] { tensor(handle).mutable_grad() = gradient ? tensor(gradient) : at::Tensor(); });
}

EXPORT int sci_grad_enabled(int32_t enabled) {
  const bool before = c10::GradMode::is_enabled();
  c10::GradMode::set_enabled(enabled != 0);
  return before;
}

EXPORT int sci_grad_is_enabled() { return c10::GradMode::is_enabled(); }

EXPORT int sci_backward(void** of, void** seeds, int32_t count, void** inputs, int32_t input_count, int32_t retain, int32_t create) {
  return guarded([&] {
    torch::autograd::backward(
        tensors(of, count), seeds ? tensors(seeds, count) : Tensors(), retain != 0, create != 0,
        tensors(inputs, input_count));
  });
}

EXPORT int sci_gradients(
    void** of, void** seeds, int32_t count, void** inputs, int32_t input_count, int32_t retain, int32_t create,
    int32_t allow_unused, void** out) {
  return guarded([&] {
    auto found = torch::autograd::grad(
        tensors(of, count), tensors(inputs, input_count), seeds ? tensors(seeds, count) : Tensors(), retain != 0,
        create != 0, allow_unused != 0);
    for (size_t i = 0; i < found.size(); i++) out[i] = own(found[i]);
  });
}

// Whether any of the inputs wants a gradient, so that a node is worth making.
EXPORT int sci_wants_gradient(void** inputs, int32_t count) {
  return c10::GradMode::is_enabled() && torch::autograd::any_variable_requires_grad(tensors(inputs, count));
}

EXPORT int sci_attach(
    void** inputs, int32_t input_count, void** outputs, int32_t output_count, int64_t id, Backward backward, Release release) {
  return guarded([&] {
    auto edges = torch::autograd::collect_next_edges(tensors(inputs, input_count));
    auto node = std::shared_ptr<ManagedNode>(
        new ManagedNode(id, backward, release, std::move(edges)), torch::autograd::deleteNode);
    for (int i = 0; i < output_count; i++) torch::autograd::set_history(tensor(outputs[i]), node);
  });
}

EXPORT int sci_seed(uint64_t seed) {
  return guarded([&] { at::manual_seed(seed); });
}

EXPORT int sci_random_state(void** out) {
  return guarded([&] { *out = own(at::detail::getDefaultCPUGenerator().get_state()); });
}

EXPORT int sci_set_random_state(void* state) {
  return guarded([&] {
    auto generator = at::detail::getDefaultCPUGenerator();
    std::lock_guard<std::mutex> lock(generator.mutex());
    generator.set_state(tensor(state));
  });
}

EXPORT int sci_threads() { return at::get_num_threads(); }

// OpenBLAS keeps a pool of its own, which at:: does not know of; MKL obeys at::.
EXPORT int sci_set_threads(int32_t threads) {
  return guarded([&] {
    at::set_num_threads(threads);
    if (auto* blas = dlopen("libopenblas.so.0", RTLD_LAZY | RTLD_NOLOAD)) {
      if (auto* set = reinterpret_cast<void (*)(int)>(dlsym(blas, "openblas_set_num_threads"))) set(threads);
      dlclose(blas);
    }
  });
}

// libtorch's CPU allocator keeps nothing: every big tensor would be mapped, cleared by the kernel and unmapped again,
// which costs 17-90 % of the user time. So glibc keeps what is freed, up to the largest amount once in use.
EXPORT void sci_keep_memory() {
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, 64 << 20);
}

EXPORT int sci_cuda_devices() { return torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0; }

EXPORT int sci_cuda_synchronise() {
  return guarded([&] { torch::cuda::synchronize(); });
}
