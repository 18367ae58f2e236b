/* A model of one's own in C: u_t = -u*u_x - u_xxxx, which lacks the u_xx of the Kuramoto-Sivashinsky equation.
 * Differences of fourth order in space, classical Runge-Kutta in time. Usage: ks IN.h5 OUT.h5 */
#include <hdf5.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double scalar(hid_t file, const char *name)
{
    double value = 0;
    hid_t set = H5Dopen2(file, name, H5P_DEFAULT);
    if (set < 0 || H5Dread(set, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, &value) < 0) {
        fprintf(stderr, "the input has no %s\n", name);
        exit(1);
    }
    H5Dclose(set);
    return value;
}

static void tendency(const double *u, double *rate, int n, double dx)
{
    for (int i = 0; i < n; i++) {
        double v[7]; /* u[i-3] ... u[i+3] on the circle */
        for (int j = 0; j < 7; j++)
            v[j] = u[(i + j - 3 + n) % n];
        double flux = (v[1] * v[1] - 8 * v[2] * v[2] + 8 * v[4] * v[4] - v[5] * v[5]) / (24 * dx);
        double fourth = (-v[0] + 12 * v[1] - 39 * v[2] + 56 * v[3] - 39 * v[4] + 12 * v[5] - v[6]) / (6 * pow(dx, 4));
        rate[i] = -flux - fourth;
    }
}

static void advance(double *u, int n, double dx, double time, int steps, double *work)
{
    double *k[4] = {work, work + n, work + 2 * n, work + 3 * n}, *stage = work + 4 * n, h = time / steps;
    const double at[4] = {0, 0.5, 0.5, 1};
    for (int step = 0; step < steps; step++) {
        for (int s = 0; s < 4; s++) {
            for (int i = 0; i < n; i++)
                stage[i] = u[i] + (s ? at[s] * h * k[s - 1][i] : 0);
            tendency(stage, k[s], n, dx);
        }
        for (int i = 0; i < n; i++)
            u[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
    }
}

int main(int count, char **words)
{
    if (count != 3) {
        fprintf(stderr, "usage: ks IN.h5 OUT.h5\n");
        return 2;
    }
    hid_t in = H5Fopen(words[1], H5F_ACC_RDONLY, H5P_DEFAULT);
    hid_t set = in < 0 ? in : H5Dopen2(in, "u", H5P_DEFAULT);
    if (set < 0)
        return 1;
    hid_t space = H5Dget_space(set);
    hsize_t shape[2]; /* members, points */
    H5Sget_simple_extent_dims(space, shape, NULL);
    double time = scalar(in, "steps") * scalar(in, "time_step");
    int n = (int)shape[1];
    double dx = scalar(in, "length") / n;
    double *u = malloc(sizeof *u * shape[0] * n), *work = malloc(sizeof *work * 5 * n);
    H5Dread(set, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, u);

    int steps = 1 + (int)(time * 26.7 / pow(dx, 4) / 2); /* Runge-Kutta is stable up to 2.78 */
    for (hsize_t member = 0; member < shape[0]; member++)
        advance(u + member * n, n, dx, time, steps, work);

    hid_t out = H5Fcreate(words[2], H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    hid_t made = H5Dcreate2(out, "u", H5T_IEEE_F64LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    int failed = H5Dwrite(made, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, u) < 0;
    H5Dclose(made);
    H5Dclose(set);
    H5Sclose(space);
    free(u);
    free(work);
    return H5Fclose(out) < 0 || H5Fclose(in) < 0 || failed;
}
