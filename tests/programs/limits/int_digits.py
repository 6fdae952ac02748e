import sys
try:
    str(10**5000)
except ValueError as error:
    print(error)
try:
    int("1" * 5000)
except ValueError as error:
    print(error)
print(len(str(10**4299)), sys.get_int_max_str_digits())
sys.set_int_max_str_digits(10000)
print(len(str(10**5000)))
