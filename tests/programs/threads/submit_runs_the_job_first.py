"""run_in_executor and to_thread: the job runs up to its first wait before the loop goes on."""
import asyncio
import time

log = []


def job(name, seconds):
    log.append(f"{name} begins")
    time.sleep(seconds)
    log.append(f"{name} ends")
    return name


async def main():
    loop = asyncio.get_running_loop()
    f = loop.run_in_executor(None, job, "first", 0.1)
    log.append("after run_in_executor")
    t = asyncio.create_task(asyncio.to_thread(job, "second", 0.3))
    log.append("after create_task")
    await asyncio.sleep(0.02)
    log.append("after sleep")
    log.append(await f)
    log.append(await t)


asyncio.run(main())
print(*log, sep="\n")
