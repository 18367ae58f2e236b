"""Observations as h5py and netCDF users write them; run by hand with h5py 3: python3 make.py."""

import h5py
import numpy as np

times, x = np.linspace(0, 0.8, 9), np.arange(0, 32, 1.0)
values = np.cos(2 * np.pi * x / 32 - times[:, None])

for name, libver in (("observations.h5", "earliest"), ("observations-latest.h5", "latest")):
    with h5py.File(name, "w", libver=libver) as f:
        f.attrs["title"] = "moored buoys"
        f.attrs["history"] = ["calibrated", "thinned", "merged"]
        f["station"] = [f"buoy {i}" for i in range(32)]  # strings of any length
        f.create_dataset("value", data=values, chunks=(4, 16), compression="gzip", shuffle=True, fletcher32=True)
        f["time"], f["x"] = times, x
        f.create_dataset("error", data=np.full(values.shape, 0.05, "f4"), chunks=(9, 8))
        f["value"].attrs["_FillValue"] = -9999.0
        for name, units, long_name in (("value", "1", "height"), ("time", "1", "time"), ("x", "1", "position")):
            f[name].attrs["units"] = units
            f[name].attrs["long_name"] = long_name
        for i, scale in enumerate(("time", "x")):
            f[scale].make_scale(scale)
            f["value"].dims[i].attach_scale(f[scale])
        more = f.create_group("instruments/left/out")
        for i in range(12):
            more.attrs[f"note {i}"] = f"remark {i}"
            more[f"depth {i}"] = np.arange(i + 1, dtype="i2")
