/* patience.c: on the virtual clock nothing takes time but waiting, so a program that waits by asking what time it is,
 * or by looking again and again whether another thread or task is done, would wait for ever. Once it has done so for
 * long enough that no other reason is likely, time passes for it too: by as much as computing takes otherwise. How much
 * that is depends on nothing but the program, so that its runs stay the same. */
#include "../include/loopscope/host.h"
#include "frame.h"
#include "vm_state.h"

/* So often a program asks for the time at one moment before asking makes it pass; and it passes the faster the longer
 * that goes on. */
#define ASKS 10000
#define ASK_SECONDS 1e-6
#define ASK_SECONDS_MOST 1e-4
/* So long it computes at one moment before that takes time, the first time and each time after it. */
#define COMPUTES_FIRST 2.0
#define COMPUTES_AGAIN 0.1

/* Whether the clock stands where the last call found it or put it; if not, the counts begin anew. */
static bool stands_still(struct Patience *patience, double now) {
    if (now == patience->at) return true;
    *patience = (struct Patience){.at = now, .lost = patience->lost};
    return false;
}

static double pass(const Host *host, struct Patience *patience, double seconds) {
    host->block(host->context, patience->at + seconds);
    return patience->at = host->now(host->context);
}

double vm_ask_time(Vm *vm) {
    const Host *host = vm->host;
    struct Patience *patience = &vm->state->patience;
    double now = host->now(host->context);
    if (!host->is_virtual || !stands_still(patience, now) || ++patience->asks < ASKS) return now;
    double seconds = ASK_SECONDS * (patience->asks / ASKS);
    return pass(host, patience, seconds < ASK_SECONDS_MOST ? seconds : ASK_SECONDS_MOST);
}

void vm_note_computing(Vm *vm, double seconds) {
    const Host *host = vm->host;
    struct Patience *patience = &vm->state->patience;
    if (!host->is_virtual) return;
    if (!stands_still(patience, host->now(host->context))) return;
    patience->computed += seconds;
    if (patience->computed < (patience->lost ? COMPUTES_AGAIN : COMPUTES_FIRST)) return;
    patience->lost = true;
    vm->state->switch_budget = 0; /* whom it woke has its turn soon */
    pass(host, patience, seconds);
}
