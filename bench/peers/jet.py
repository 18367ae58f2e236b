"""The two-layer jet by leapfrog in NumPy, transforms batched: the work of the row jet-96x192 of the suite solvers.

usage: jet.py STEPS; prints CPU microseconds a step, and the sum of the squares of q without beta y after 20 + STEPS steps.
"""
import sys
import time

import numpy as np

steps, step, gamma = int(sys.argv[1]), 0.025, 0.04
ny, nx, ly, lx = 192, 96, 68.0, 46.0
beta, relaxation, drag, viscosity, width = 0.196, 0.01, 0.07, 1e-6, 3.5
k = 2 * np.pi / lx * np.arange(nx // 2 + 1)
l = (2 * np.pi / ly * ny * np.fft.fftfreq(ny))[:, None]
square = k**2 + l**2
barotropic = -1 / (2 * np.where(square == 0, np.inf, square))
baroclinic = -1 / (2 * (square + 2))
friction = viscosity * (k**8 + l**8)

i, spacing = np.arange(ny), ly / ny
edge = 1 / np.cosh(np.minimum(i, ny - 1 - i) * spacing / width) ** 2
flow = np.fft.rfft(1 / np.cosh((i - ny // 2) * spacing / width) ** 2 - edge)
flow[0] = flow[-1] = 0
flow[1:] /= -2j * np.pi / ly * np.arange(1, ny // 2 + 1)
equilibrium = np.fft.rfft2(np.repeat(np.fft.irfft(flow)[:, None], nx, 1))
saw = beta * (i * spacing - ly / 2)[:, None] + np.zeros((1, nx))
beta_y = np.fft.rfft2(saw)
forcing = relaxation * np.array([-equilibrium, equilibrium])
sponge = edge[:, None]
waves = np.array([1j * k + 0 * l, 1j * l + 0 * k])
half = ny // 2
padded = np.zeros((2, 2, 2, 3 * half, 3 * nx // 4 + 1), complex)


def rate(q):
    zeta = q - beta_y
    tropic, clinic = barotropic * (zeta[0] + zeta[1]), baroclinic * (zeta[0] - zeta[1])
    fields = np.array([[tropic + clinic, tropic - clinic], zeta])
    derivatives = 2.25 * waves[:, None, None] * fields
    padded[..., :half, : nx // 2 + 1] = derivatives[..., :half, :]
    padded[..., -half:, : nx // 2 + 1] = derivatives[..., half:, :]
    (psi_x, zeta_x), (psi_y, zeta_y) = np.fft.irfft2(padded)
    product = np.fft.rfft2(psi_x * zeta_y - psi_y * zeta_x)[..., : nx // 2 + 1] / 2.25
    eddies = q.copy()
    eddies[..., 0] = 0
    result = forcing - np.fft.rfft2(sponge * np.fft.irfft2(eddies))
    result -= np.concatenate((product[:, :half], product[:, -half:]), 1)
    result -= beta * waves[0] * fields[0]
    result += 2 * relaxation * np.array([clinic, -clinic])
    result[1] += drag * square * fields[0, 1]
    return result


y, x = 2 * np.pi * i[:, None] / ny, 2 * np.pi * np.arange(nx) / nx
start = 0.05 * np.array([2 * np.sin(y + n) + np.cos(2 * x - y) + np.sin(x + 3 * y + n) for n in (0, 1)])
now = np.fft.rfft2(start + saw)
old = now
first, later = 1 / (1 + step * friction), 1 / (1 + 2 * step * friction)
for count in range(1, 21 + steps):
    if count == 21:
        began = time.process_time()
    new = (old + step * rate(now)) * first if count == 1 else (old + 2 * step * rate(now)) * later
    old = now + gamma * (old - 2 * now + new) if count > 2 else now
    now = new
spent = time.process_time() - began
print(1e6 * spent / steps, np.sum((np.fft.irfft2(now) - saw) ** 2))
