import asyncio, signal
async def main():
    loop = asyncio.get_running_loop()
    said = []
    for number in signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM:
        loop.add_signal_handler(number, said.append, signal.Signals(number).name)
    signal.raise_signal(signal.SIGUSR2); signal.raise_signal(signal.SIGUSR1); signal.raise_signal(signal.SIGUSR2); signal.raise_signal(signal.SIGUSR2)
    await asyncio.sleep(0.01)
    print(said); said.clear()
    def again():
        said.append('again')
        if len(said) < 5:
            signal.raise_signal(signal.SIGALRM)
            signal.raise_signal(signal.SIGALRM)
    loop.add_signal_handler(signal.SIGALRM, again)
    signal.raise_signal(signal.SIGALRM)
    await asyncio.sleep(0.01)
    print(said); said.clear()
    loop.add_signal_handler(signal.SIGUSR1, said.append, 'gone')
    signal.raise_signal(signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR1)
    loop.remove_signal_handler(signal.SIGUSR1)
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    await asyncio.sleep(0.01)
    print(said, loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR2))
asyncio.run(main())
