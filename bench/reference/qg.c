/* Two-layer quasi-geostrophic flow by pyqg's algorithm (Adams-Bashforth 3, exponential filter) with FFTW: 6 inverse and 4
   forward real transforms a step, everything else in two passes over the modes: what a careful C programmer would write. */
#include <complex.h>
#include <fftw3.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    int n, modes;
    double dt, u1, beta1, beta2, drag;
    fftw_plan forward, inverse;
    double *k, *l, *k2, *filter, *a11, *a12, *a21, *a22, *x[6];
    fftw_complex *work, *q[2], *now[2], *past[2], *older[2], *psi[2], *uq[2], *vq[2];
} qg;

static double *numbers(int n) { return fftw_malloc(sizeof(double) * n); }
static fftw_complex *waves(int n) { fftw_complex *w = fftw_malloc(sizeof(fftw_complex) * n); memset(w, 0, sizeof(fftw_complex) * n); return w; }

static void operators(qg *s, double length, double f1, double f2)
{
    int n = s->n, width = n / 2 + 1;
    for (int m = 0; m < s->modes; m++) {
        int i = m % width, j = m / width;
        double k = 2 * M_PI / length * i, l = 2 * M_PI / length * (2 * j > n ? j - n : j), k2 = k * k + l * l;
        double reach = sqrt(k2) * length / n, over = reach - 0.65 * M_PI;
        double det = k2 * (k2 + f1 + f2);
        s->k[m] = 2 * i == n ? 0 : k;
        s->l[m] = 2 * j == n ? 0 : l;
        s->k2[m] = k2;
        s->filter[m] = over > 0 ? exp(-23.6 * over * over * over * over) : 1;
        s->a11[m] = det > 0 ? -(k2 + f2) / det : 0;
        s->a12[m] = det > 0 ? -f1 / det : 0;
        s->a21[m] = det > 0 ? -f2 / det : 0;
        s->a22[m] = det > 0 ? -(k2 + f1) / det : 0;
    }
}

qg *qg_new(int n, double length, double dt, double f1, double f2, double u1, double beta, double drag)
{
    qg *s = malloc(sizeof *s);
    s->n = n;
    s->modes = n * (n / 2 + 1);
    s->dt = dt;
    s->u1 = u1;
    s->beta1 = beta + f1 * u1;
    s->beta2 = beta - f2 * u1;
    s->drag = drag;
    double **c[] = { &s->k, &s->l, &s->k2, &s->filter, &s->a11, &s->a12, &s->a21, &s->a22 };
    for (int i = 0; i < 8; i++) *c[i] = numbers(s->modes);
    for (int i = 0; i < 6; i++) s->x[i] = numbers(n * n);
    s->work = waves(s->modes);
    for (int i = 0; i < 2; i++) {
        fftw_complex **w[] = { &s->q[i], &s->now[i], &s->past[i], &s->older[i], &s->psi[i], &s->uq[i], &s->vq[i] };
        for (int j = 0; j < 7; j++) *w[j] = waves(s->modes);
    }
    s->forward = fftw_plan_dft_r2c_2d(n, n, s->x[0], s->work, FFTW_MEASURE);
    s->inverse = fftw_plan_dft_c2r_2d(n, n, s->work, s->x[0], FFTW_MEASURE | FFTW_DESTROY_INPUT);
    operators(s, length, f1, f2);
    return s;
}

static void points(qg *s)
{
    double norm = 1.0 / ((double)s->n * s->n);
    for (int layer = 0; layer < 2; layer++) {
        fftw_complex *restrict w = s->work, *restrict psi = s->psi[layer], *restrict q = s->q[layer];
        for (int m = 0; m < s->modes; m++) w[m] = -I * (norm * s->l[m]) * psi[m];
        fftw_execute_dft_c2r(s->inverse, w, s->x[3 * layer]);
        for (int m = 0; m < s->modes; m++) w[m] = I * (norm * s->k[m]) * psi[m];
        fftw_execute_dft_c2r(s->inverse, w, s->x[3 * layer + 1]);
        for (int m = 0; m < s->modes; m++) w[m] = norm * q[m];
        fftw_execute_dft_c2r(s->inverse, w, s->x[3 * layer + 2]);
    }
}

static void products(qg *s)
{
    for (int layer = 0; layer < 2; layer++) {
        double *restrict u = s->x[3 * layer], *restrict v = s->x[3 * layer + 1], *restrict q = s->x[3 * layer + 2];
        for (int i = 0; i < s->n * s->n; i++) {
            u[i] *= q[i];
            v[i] *= q[i];
        }
        fftw_execute_dft_r2c(s->forward, u, s->uq[layer]);
        fftw_execute_dft_r2c(s->forward, v, s->vq[layer]);
    }
}

static void step(qg *s, int taken)
{
    fftw_complex *restrict q1 = s->q[0], *restrict q2 = s->q[1];
    double b0 = taken == 0 ? 1 : taken == 1 ? 1.5 : 23.0 / 12, b1 = taken == 0 ? 0 : taken == 1 ? -0.5 : -16.0 / 12;
    double b2 = taken < 2 ? 0 : 5.0 / 12;
    for (int m = 0; m < s->modes; m++) {
        s->psi[0][m] = s->a11[m] * q1[m] + s->a12[m] * q2[m];
        s->psi[1][m] = s->a21[m] * q1[m] + s->a22[m] * q2[m];
    }
    points(s);
    products(s);
    for (int m = 0; m < s->modes; m++) {
        double k = s->k[m], l = s->l[m];
        fftw_complex g1 = -I * (k * (s->uq[0][m] + s->u1 * q1[m] + s->beta1 * s->psi[0][m]) + l * s->vq[0][m]);
        fftw_complex g2 = -I * (k * (s->uq[1][m] + s->beta2 * s->psi[1][m]) + l * s->vq[1][m]) + s->drag * s->k2[m] * s->psi[1][m];
        q1[m] = s->filter[m] * (q1[m] + s->dt * (b0 * g1 + b1 * s->past[0][m] + b2 * s->older[0][m]));
        q2[m] = s->filter[m] * (q2[m] + s->dt * (b0 * g2 + b1 * s->past[1][m] + b2 * s->older[1][m]));
        s->older[0][m] = g1;
        s->older[1][m] = g2;
    }
    for (int layer = 0; layer < 2; layer++) {
        fftw_complex *spare = s->older[layer];
        s->older[layer] = s->past[layer];
        s->past[layer] = spare;
    }
}

void qg_advance(qg *s, double *rows, int count, int steps)
{
    int size = s->n * s->n;
    for (int row = 0; row < count; row++, rows += 2 * size) {
        for (int layer = 0; layer < 2; layer++) {
            memcpy(s->x[0], rows + layer * size, sizeof(double) * size);
            fftw_execute_dft_r2c(s->forward, s->x[0], s->q[layer]);
        }
        for (int i = 0; i < steps; i++) step(s, i);
        for (int layer = 0; layer < 2; layer++) {
            memcpy(s->work, s->q[layer], sizeof(fftw_complex) * s->modes);
            fftw_execute_dft_c2r(s->inverse, s->work, s->x[0]);
            for (int i = 0; i < size; i++) rows[layer * size + i] = s->x[0][i] / size;
        }
    }
}
