"""Lorenz-96 twin experiment in NumPy, vectorised over the members: the work of the rows l96-* of the suite assimilation.

usage: lorenz96.py enkf|sqrt|letkf MEMBERS INFLATION CYCLES; prints CPU microseconds a cycle and the analysis RMSE.
"""
import sys
import time

import numpy as np

method, members, inflation, cycles = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
size, forcing, step = 40, 8.0, 0.05
random = np.random.default_rng(1)


def tendency(x):
    return (np.roll(x, -1, -1) - np.roll(x, 2, -1)) * np.roll(x, 1, -1) - x + forcing


def advance(x):
    k1 = tendency(x)
    k2 = tendency(x + step / 2 * k1)
    k3 = tendency(x + step / 2 * k2)
    k4 = tendency(x + step * k3)
    return x + step / 6 * (k1 + 2 * (k2 + k3) + k4)


def enkf(ensemble, mean, anomalies, y):
    covariance = anomalies.T @ anomalies / (members - 1)
    noise = random.standard_normal((members, size))
    noise = (noise - noise.mean(0)) * np.sqrt(members / (members - 1))
    return ensemble + np.linalg.solve(covariance + np.eye(size), (y + noise - ensemble).T).T @ covariance


def square_root(ensemble, mean, anomalies, y):
    values, vectors = np.linalg.eigh(anomalies @ anomalies.T / (members - 1) + np.eye(members))
    root = (vectors / np.sqrt(values)) @ vectors.T
    weights = (vectors / values) @ (vectors.T @ (anomalies @ (y - mean))) / (members - 1)
    return mean + (root + weights) @ anomalies


def gaspari_cohn(z):
    inside = 1 - 5 / 3 * z**2 + 5 / 8 * z**3 + z**4 / 2 - z**5 / 4
    with np.errstate(divide="ignore"):
        outside = 4 - 5 * z + 5 / 3 * z**2 + 5 / 8 * z**3 - z**4 / 2 + z**5 / 12 - 2 / (3 * z)
    return np.where(z <= 1, inside, np.where(z < 2, outside, 0))


distance = np.abs(np.arange(size)[:, None] - np.arange(size))
taper = gaspari_cohn(np.minimum(distance, size - distance) / 7.28)


def local(ensemble, mean, anomalies, y):
    tapered = anomalies * taper[:, None, :]
    values, vectors = np.linalg.eigh(tapered @ anomalies.T / (members - 1) + np.eye(members))
    root = (vectors / np.sqrt(values)[:, None, :]) @ vectors.transpose(0, 2, 1)
    pull = vectors.transpose(0, 2, 1) @ (tapered @ (y - mean))[:, :, None] / (members - 1)
    weights = vectors @ (pull / values[:, :, None])
    return mean + np.einsum("imn,ni->mi", root + weights.transpose(0, 2, 1), anomalies)


analyse = {"enkf": enkf, "sqrt": square_root, "letkf": local}[method]
start = np.zeros(size)
start[0] = 1
truth = start + np.sqrt(0.001) * random.standard_normal(size)
ensemble = start + np.sqrt(0.001) * random.standard_normal((members, size))
errors = []
for cycle in range(400 + cycles):
    if cycle == 400:
        began = time.process_time()
    truth = advance(truth)
    y = truth + random.standard_normal(size)
    ensemble = advance(ensemble)
    mean = ensemble.mean(0)
    ensemble = analyse(ensemble, mean, ensemble - mean, y)
    mean = ensemble.mean(0)
    anomalies = inflation * (ensemble - mean)
    ensemble = mean + anomalies
    errors.append(np.sqrt(np.mean((mean - truth) ** 2)))
    spread = np.sqrt(np.mean(np.sum(anomalies**2, 0) / (members - 1)))
print(1e6 * (time.process_time() - began) / cycles, np.mean(errors[400:]))
