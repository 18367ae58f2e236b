/* Kuramoto-Sivashinsky by ETDRK4 with FFTW, one member after another: what a careful C programmer would write.
   Kassam and Trefethen (2005), doi:10.1137/S1064827502410633. With SINGLE defined it computes in single precision; rows
   stay double. */
#include <complex.h>
#include <fftw3.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef SINGLE
#define FFTW(name) fftwf_##name
typedef float real;
#else
#define FFTW(name) fftw_##name
typedef double real;
#endif
typedef FFTW(complex) wave;

typedef struct {
    int n, modes;
    FFTW(plan) forward, inverse;
    real *x, *e, *e2, *q, *f1, *f2, *f3, *g;
    wave *work, *v, *a, *c, *nv, *na, *nb, *nc;
} ks;

static real *numbers(int n) { return FFTW(malloc)(sizeof(real) * n); }
static wave *waves(int n) { return FFTW(malloc)(sizeof(wave) * n); }

static void coefficients(ks *s, double length, double dt)
{
    for (int m = 0; m < s->modes; m++) {
        double k = 2 * M_PI * m / length, z = dt * (k * k - k * k * k * k);
        double complex q = 0, f1 = 0, f2 = 0, f3 = 0;
        for (int j = 0; j < 64; j++) {
            double complex r = z + cexp(I * M_PI * (j + 0.5) / 32);
            q += (cexp(r / 2) - 1) / r;
            f1 += (-4 - r + cexp(r) * (4 - 3 * r + r * r)) / (r * r * r);
            f2 += (2 + r + cexp(r) * (-2 + r)) / (r * r * r);
            f3 += (-4 - 3 * r - r * r + cexp(r) * (4 - r)) / (r * r * r);
        }
        s->e[m] = exp(z);
        s->e2[m] = exp(z / 2);
        s->q[m] = dt * creal(q) / 64;
        s->f1[m] = dt * creal(f1) / 64;
        s->f2[m] = 2 * dt * creal(f2) / 64;
        s->f3[m] = dt * creal(f3) / 64;
        s->g[m] = 2 * m == s->n ? 0 : -0.5 * k / ((double)s->n * s->n);
    }
}

ks *ks_new(int n, double length, double dt)
{
    ks *s = malloc(sizeof *s);
    s->n = n;
    s->modes = n / 2 + 1;
    s->x = numbers(n);
    real **c[] = { &s->e, &s->e2, &s->q, &s->f1, &s->f2, &s->f3, &s->g };
    for (int i = 0; i < 7; i++) *c[i] = numbers(s->modes);
    wave **w[] = { &s->work, &s->v, &s->a, &s->c, &s->nv, &s->na, &s->nb, &s->nc };
    for (int i = 0; i < 8; i++) *w[i] = waves(s->modes);
    s->forward = FFTW(plan_dft_r2c_1d)(n, s->x, s->work, FFTW_PATIENT);
    s->inverse = FFTW(plan_dft_c2r_1d)(n, s->work, s->x, FFTW_PATIENT | FFTW_DESTROY_INPUT);
    coefficients(s, length, dt);
    return s;
}

static void nonlinear(ks *s, const wave *v, wave *out)
{
    memcpy(s->work, v, sizeof(wave) * s->modes);
    FFTW(execute)(s->inverse);
    for (int j = 0; j < s->n; j++) s->x[j] *= s->x[j];
    FFTW(execute)(s->forward);
    const real *w = (const real *)s->work;
    real *y = (real *)out;
    for (int m = 0; m < s->modes; m++) {
        y[2 * m] = -s->g[m] * w[2 * m + 1];
        y[2 * m + 1] = s->g[m] * w[2 * m];
    }
}

static void step(ks *s)
{
    int modes = s->modes;
    wave *restrict v = s->v, *restrict a = s->a, *restrict c = s->c;
    nonlinear(s, v, s->nv);
    for (int m = 0; m < modes; m++) a[m] = s->e2[m] * v[m] + s->q[m] * s->nv[m];
    nonlinear(s, a, s->na);
    for (int m = 0; m < modes; m++) c[m] = s->e2[m] * v[m] + s->q[m] * s->na[m];
    nonlinear(s, c, s->nb);
    for (int m = 0; m < modes; m++) c[m] = s->e2[m] * a[m] + s->q[m] * (2 * s->nb[m] - s->nv[m]);
    nonlinear(s, c, s->nc);
    for (int m = 0; m < modes; m++)
        v[m] = s->e[m] * v[m] + s->f1[m] * s->nv[m] + s->f2[m] * (s->na[m] + s->nb[m]) + s->f3[m] * s->nc[m];
}

void ks_advance(ks *s, double *rows, int count, int steps)
{
    for (int row = 0; row < count; row++, rows += s->n) {
        for (int j = 0; j < s->n; j++) s->x[j] = rows[j];
        FFTW(execute)(s->forward);
        memcpy(s->v, s->work, sizeof(wave) * s->modes);
        for (int i = 0; i < steps; i++) step(s);
        memcpy(s->work, s->v, sizeof(wave) * s->modes);
        FFTW(execute)(s->inverse);
        for (int j = 0; j < s->n; j++) rows[j] = (double)s->x[j] / s->n;
    }
}

/* Processor time of all threads, so that a busy machine does not count. */
double cpu_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}
