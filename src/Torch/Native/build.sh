#!/usr/bin/env bash
# Builds the shim between Sci and libtorch once for every content, libtorch and compiler, and prints where it lies.
# usage: build.sh [--if-present]   LIBTORCH is libtorch's folder (else the system's); CUDA is the toolkit's, if it needs one
# exits with 3, and silently, where libtorch or a C++ compiler is missing, so that the caller says what to do
set -u
here=$(cd "$(dirname "$0")" && pwd)
[ "${1-}" = --if-present ] && missing=0 || missing=3
compiler=$(command -v "${CXX:-g++}" || command -v clang++) || exit $missing
flags=(-std=c++17 -O2 -fPIC -shared -fvisibility=hidden -Wno-attributes)
if [ -n "${LIBTORCH-}" ]; then
  [ -f "$LIBTORCH/include/torch/version.h" ] || [ -f "$LIBTORCH/include/torch/csrc/api/include/torch/version.h" ] || exit $missing
  include="$LIBTORCH/include"
  library="$LIBTORCH/lib"
  flags+=("-I$include" "-I$include/torch/csrc/api/include" "-L$library" "-Wl,-rpath,$library")
else
  include=/usr/include
  [ -d "$include/torch/csrc" ] || exit $missing
  library=$(dirname "$(ls /usr/lib/*/libtorch.so /usr/lib/libtorch.so /usr/lib64/libtorch.so 2>/dev/null | head -1)")
  [ -f "$library/libtorch.so" ] || exit $missing
  flags+=("-I$include/torch/csrc/api/include" "-L$library")
fi
# Which of its two standard libraries' strings this libtorch was built with.
grep -q __cxx11 "$library/libc10.so" && flags+=(-D_GLIBCXX_USE_CXX11_ABI=1) || flags+=(-D_GLIBCXX_USE_CXX11_ABI=0)
libraries=(-ltorch_cpu -lc10 -ltorch -ldl)
if [ -f "$library/libtorch_cuda.so" ]; then
  [ -n "${CUDA-}" ] && flags+=("-L$CUDA/lib64" "-Wl,-rpath,$CUDA/lib64")
  libraries=(-Wl,--no-as-needed -ltorch_cuda -lc10_cuda "${libraries[@]}")
fi

cache="${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/sci"
mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ] || { cache="${TMPDIR:-/tmp}/sci-$(id -u)"; mkdir -p "$cache"; }
version=$(cat "$include"/torch/csrc/api/include/torch/version.h 2>/dev/null)
content=$( { cat "$here/shim.cpp"; echo "$version" "${flags[@]}" "${libraries[@]}" "$compiler"; stat -Lc '%s %Y' "$library/libtorch.so"; } | sha256sum | cut -c1-16)
shim="$cache/torch-$content.so"
if [ ! -f "$shim" ]; then
  exec 9>"$cache/torch.lock"
  flock 9 2>/dev/null
  if [ ! -f "$shim" ]; then
    "$compiler" "${flags[@]}" "$here/shim.cpp" -o "$shim.$$" "${libraries[@]}" >&2 || { rm -f "$shim.$$"; exit 1; }
    mv "$shim.$$" "$shim"
  fi
fi
echo "$shim"
