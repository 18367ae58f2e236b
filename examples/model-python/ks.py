"""A model of one's own in Python: u_t = -0.6*u*u_x - u_xx - u_xxxx, whose advection is too weak by 0.4*u*u_x.

Fourier derivatives, the linear part exact (integrating factor), classical Runge-Kutta. Usage: ks.py IN.h5 OUT.h5
"""
import sys

import h5py
import numpy as np


def advance(u, length, time, steps):
    h = time / steps
    k = 2 * np.pi / length * np.arange(u.shape[1] // 2 + 1)
    kept = np.arange(k.size) < u.shape[1] // 3           # Orszag's 2/3 rule
    half = np.exp((k**2 - k**4) * h / 2)

    def advection(modes):
        points = np.fft.irfft(modes * kept, u.shape[1], axis=1)
        return -0.3j * k * np.fft.rfft(points**2, axis=1) * kept

    v = np.fft.rfft(u, axis=1)
    for _ in range(steps):
        a = advection(v)
        b = advection(half * (v + h / 2 * a))
        c = advection(half * v + h / 2 * b)
        d = advection(half**2 * v + h * half * c)
        v = half**2 * v + h / 6 * (half**2 * a + 2 * half * (b + c) + d)
    return np.fft.irfft(v, u.shape[1], axis=1)


with h5py.File(sys.argv[1]) as given:
    u = given["u"][:]
    time = given["steps"][()] * given["time_step"][()]
    forecast = advance(u, given["length"][()], time, int(np.ceil(time / 0.01)))

with h5py.File(sys.argv[2], "w") as result:
    result["u"] = forecast
