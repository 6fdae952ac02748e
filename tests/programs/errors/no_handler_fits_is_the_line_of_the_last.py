"""Where no except clause fits, the frame is left at the line of the last"""
import sys


class Told:
    def __del__(self):
        print("end at line", sys._getframe(1).f_lineno)


def from_a_loop():
    for each in ((1, Told()), (2, 3)):
        try:
            raise KeyError
        except ValueError as error:
            print(error)
        except (TypeError,
                OSError):
            print("never")


def lines(frame, event, argument):
    print(event, frame.f_lineno)
    return lines


def traced():
    try:
        raise KeyError
    except ValueError:
        pass
    print("never")


for call in from_a_loop, traced:
    if call is traced:
        sys.settrace(lines)
    try:
        call()
    except KeyError as error:
        sys.settrace(None)
        print(error.__traceback__.tb_next.tb_lineno, error.__traceback__.tb_next.tb_frame.f_lineno)
