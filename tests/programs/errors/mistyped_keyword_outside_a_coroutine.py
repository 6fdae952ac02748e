"""An await is no guess where nothing can wait"""
import asyncio


def cook(order):
    awa_it asyncio.sleep(0.4)
    order.set_result("pasta")
