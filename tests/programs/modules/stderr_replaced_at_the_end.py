"""An object of the library that has __del__ stands where standard error did when the program ends."""
import io
import sys

sys.stderr = io.StringIO()
print("ends")
