"""Twin experiment on two-layer quasi-geostrophic flow in NumPy: the independent program beside cases/qg-enkf.

usage: layers.py SEED MEMBERS HALF_WIDTH INFLATION COUNT ANALYSES BURN_IN; prints the mean error of the analysis and the
spread of the members. The flow is pyqg's algorithm, vectorised over the members; the filter a local ensemble transform
Kalman filter whose error variances are divided by Gaspari and Cohn's taper, all points at once; the upper layer's
vorticity is seen at COUNT points drawn anew for every time, read by trigonometric interpolation.
"""
import sys

import numpy as np

seed, members = int(sys.argv[1]), int(sys.argv[2])
half_width, inflation = float(sys.argv[3]), float(sys.argv[4])
count, analyses, burn_in = int(sys.argv[5]), int(sys.argv[6]), int(sys.argv[7])
n, length, beta, drag, step, every, variance = 32, 33.0, 0.135, 0.35, 0.04, 5, 0.25
random = np.random.default_rng(seed)
f1 = 1 / 1.25
f2 = f1 / 4
spacing = length / n
k = 2j * np.pi * np.fft.rfftfreq(n, spacing)
l = 2j * np.pi * np.fft.fftfreq(n, spacing)[:, None]
lap = (k**2 + l**2).real
kx, ky = k.copy(), l.copy()
kx[-1] = 0
ky[n // 2] = 0
determinant = (lap - f1) * (lap - f2) - f1 * f2
determinant[0, 0] = 1
beyond = np.maximum(np.sqrt(-lap) * spacing - 0.65 * np.pi, 0)
damping = np.exp(-23.6 * beyond**4)


def fields(modes):
    return np.fft.irfft2(modes, s=(n, n))


def tendency(q):
    p1 = ((lap - f2) * q[:, 0] - f1 * q[:, 1]) / determinant
    p2 = ((lap - f1) * q[:, 1] - f2 * q[:, 0]) / determinant
    p1[:, 0, 0] = p2[:, 0, 0] = 0
    p = np.stack([p1, p2], 1)
    q_at, u, v = fields(q), fields(-ky * p), fields(kx * p)
    rate = -kx * np.fft.rfft2(u * q_at) - ky * np.fft.rfft2(v * q_at)
    rate[:, 0] -= kx * q[:, 0] + (beta + f1) * kx * p1
    rate[:, 1] -= (beta - f2) * kx * p2 + drag * lap * p2
    return rate


def advance(x, steps):
    """Euler, then Adams-Bashforth of two and three steps; x of shape [members, 2, n, n]."""
    q = np.fft.rfft2(x)
    before = older = None
    for _ in range(steps):
        now = tendency(q)
        if before is None:
            slope = now
        elif older is None:
            slope = 1.5 * now - 0.5 * before
        else:
            slope = (23 * now - 16 * before + 5 * older) / 12
        q = damping * (q + step * slope)
        before, older = now, before
    return fields(q)


def gaspari_cohn(z):
    inside = 1 - 5 / 3 * z**2 + 5 / 8 * z**3 + z**4 / 2 - z**5 / 4
    with np.errstate(divide="ignore"):
        outside = 4 - 5 * z + 5 / 3 * z**2 + 5 / 8 * z**3 - z**4 / 2 + z**5 / 12 - 2 / (3 * z)
    return np.where(z <= 1, inside, np.where(z < 2, outside, 0))


def weights(at):
    """The periodic sinc of all grid points at some coordinates, shape [places, n]."""
    angle = np.pi * (at[:, None] / length - np.arange(n) / n)
    waves = np.arange(1, n // 2)
    return (1 + 2 * np.cos(2 * angle[:, :, None] * waves).sum(2) + np.cos(n * angle)) / n


def gap(at):
    away = np.abs(at[:, None] - spacing * np.arange(n))
    return np.minimum(away, length - away)


def analyse(x, y, at_y, at_x):
    wy, wx = weights(at_y), weights(at_x)
    seen = np.einsum("oi,mij,oj->mo", wy, x[:, 0], wx, optimize=True)
    innovation = (y - seen.mean(0)) / np.sqrt(variance)
    seen = (seen - seen.mean(0)) / np.sqrt(variance)
    far = np.sqrt(gap(at_y)[:, :, None] ** 2 + gap(at_x)[:, None, :] ** 2)
    taper = gaspari_cohn(far.reshape(count, n * n) / half_width).T
    mean = x.mean(0)
    old = (x - mean).reshape(members, 2, n * n)
    tapered = seen * taper[:, None, :]
    values, vectors = np.linalg.eigh(tapered @ seen.T / (members - 1) + np.eye(members))
    root = (vectors / np.sqrt(values)[:, None, :]) @ vectors.transpose(0, 2, 1)
    pull = vectors.transpose(0, 2, 1) @ (tapered @ innovation)[:, :, None] / (members - 1)
    shift = vectors @ (pull / values[:, :, None])
    new = np.einsum("imn,nfi->mfi", root + shift.transpose(0, 2, 1), old, optimize=True)
    return mean + new.reshape(x.shape)


def climate(rows):
    first = np.zeros((rows, 2, n, n))
    first[:, 0] = 0.1 * random.standard_normal((n, n))
    x = advance(first[:1], 5000).repeat(rows, 0) + random.standard_normal((rows, 2, n, n))
    return advance(x, 500)


states = climate(members + 1)
truth, ensemble = states[:1], states[1:]
errors, spreads = [], []
for time in range(burn_in + analyses):
    truth, ensemble = advance(truth, every), advance(ensemble, every)
    at_y, at_x = length * random.random((2, count))
    y = np.einsum("oi,ij,oj->o", weights(at_y), truth[0, 0], weights(at_x), optimize=True)
    y = y + np.sqrt(variance) * random.standard_normal(count)
    ensemble = analyse(ensemble, y, at_y, at_x)
    mean = ensemble.mean(0)
    ensemble = mean + inflation * (ensemble - mean)
    if time >= burn_in:
        errors.append(np.sqrt(np.mean((mean - truth[0]) ** 2)))
        spreads.append(np.sqrt(np.mean(np.sum((ensemble - mean) ** 2, 0) / (members - 1))))
print(np.mean(errors), np.mean(spreads), np.max(errors))
