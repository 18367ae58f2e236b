! A model of one's own in Fortran: u_t = -u*u_x - u_xx - u_xxxx, which lacks the dispersion -0.5*u_xxx of its truth.
! Differences of fourth order in space, classical Runge-Kutta in time. Usage: gks IN.h5 OUT.h5
program gks
  use hdf5
  implicit none
  integer, parameter :: dp = kind(1.0d0)
  character(len=4096) :: input, output
  integer(hid_t) :: in, out, set, space, made
  integer(hsize_t) :: shape(2), most(2)
  integer :: error, member, n, steps
  real(dp) :: time, dx
  real(dp), allocatable :: u(:, :)

  if (command_argument_count() /= 2) error stop 'usage: gks IN.h5 OUT.h5'
  call get_command_argument(1, input)
  call get_command_argument(2, output)
  call h5open_f(error)
  call h5fopen_f(trim(input), H5F_ACC_RDONLY_F, in, error)
  call h5dopen_f(in, 'u', set, error)
  if (error /= 0) error stop 'the input has no u'
  call h5dget_space_f(set, space, error)
  call h5sget_simple_extent_dims_f(space, shape, most, error)   ! points, members: Fortran turns shapes round
  n = int(shape(1))
  dx = scalar('length') / n
  time = scalar('steps') * scalar('time_step')
  allocate (u(shape(1), shape(2)))
  call h5dread_f(set, H5T_NATIVE_DOUBLE, u, shape, error)

  steps = 1 + int(time * 26.7_dp / dx**4 / 2)   ! Runge-Kutta is stable up to 2.78
  do member = 1, int(shape(2))
    call advance(u(:, member), time / steps, steps)
  end do

  call h5fcreate_f(trim(output), H5F_ACC_TRUNC_F, out, error)
  call h5dcreate_f(out, 'u', H5T_IEEE_F64LE, space, made, error)
  call h5dwrite_f(made, H5T_NATIVE_DOUBLE, u, shape, error)
  if (error /= 0) error stop 'the forecast cannot be written'
  call h5dclose_f(made, error)
  call h5fclose_f(out, error)
  call h5dclose_f(set, error)
  call h5fclose_f(in, error)

contains

  real(dp) function scalar(name)
    character(len=*), intent(in) :: name
    integer(hid_t) :: one
    integer(hsize_t) :: nothing(1)
    nothing = 1
    call h5dopen_f(in, name, one, error)
    call h5dread_f(one, H5T_NATIVE_DOUBLE, scalar, nothing, error)
    call h5dclose_f(one, error)
  end function

  function tendency(v) result(rate)
    real(dp), intent(in) :: v(:)
    real(dp) :: rate(size(v)), flux(size(v))
    flux = v**2 / 2
    rate = -(cshift(flux, -2) - 8 * cshift(flux, -1) + 8 * cshift(flux, 1) - cshift(flux, 2)) / (12 * dx) &
         - (-cshift(v, -2) + 16 * cshift(v, -1) - 30 * v + 16 * cshift(v, 1) - cshift(v, 2)) / (12 * dx**2) &
         - (-cshift(v, -3) + 12 * cshift(v, -2) - 39 * cshift(v, -1) + 56 * v &
            - 39 * cshift(v, 1) + 12 * cshift(v, 2) - cshift(v, 3)) / (6 * dx**4)
  end function

  subroutine advance(v, h, count)
    real(dp), intent(inout) :: v(:)
    real(dp), intent(in) :: h
    integer, intent(in) :: count
    real(dp), dimension(size(v)) :: k1, k2, k3, k4
    integer :: step
    do step = 1, count
      k1 = tendency(v)
      k2 = tendency(v + h / 2 * k1)
      k3 = tendency(v + h / 2 * k2)
      k4 = tendency(v + h * k3)
      v = v + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    end do
  end subroutine
end program
