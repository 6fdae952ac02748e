"""stack_info shows how the program came here; an error inside a handler shows it too."""
import logging

logging.basicConfig()


def inner():
    logging.warning("look", stack_info=True)
    logging.warning("wrong %d arguments %d", 1)
    logging.warning("right")


def outer():
    inner()


outer()
