/* The scheme much simplified, over the very arrays of a block: a bucket of cases for each day, one step each.

   No purses, priorities within a day, caps by group, refusals of eligibility, rounding by yuan, insurance or
   loans: what one would write to see how fast such a loop can be. Compiled at the time of the benchmark, with
   the columns of escrow/compiled/columns.py given as -D. */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef int64_t i64;

enum { FILED, TESTED, REVIEWED, DECIDED, PUBLICISED, APPROVED, DEPOSITED, POOL_ASKED, SUBMITTED, JUDGED,
       BALANCE_PAID, AUTHORITY, RELEASED };

enum { SEATS = 20, HORIZON = 8192, YEARS = 24, CAP_FEN = 300000000 };

typedef struct {
    i64 stage, next, fen, spent[YEARS];
    int state;
} Case;

typedef struct {
    i64 pool, escrow, outlay, completed, ended, rows, horizon, seats;
    i64 queue_head, queue_tail, wait_head, wait_tail;
    Case *cases;
    i64 head[HORIZON], tail[HORIZON];
} World;

static void put(World *w, i64 day, i64 i)
{
    if (day >= w->horizon) return;
    w->cases[i].next = -1;
    if (w->head[day] < 0) w->head[day] = i; else w->cases[w->tail[day]].next = i;
    w->tail[day] = i;
}

static void push(World *w, i64 *head, i64 *tail, i64 i)
{
    w->cases[i].next = -1;
    if (*head < 0) *head = i; else w->cases[*tail].next = i;
    *tail = i;
}

static void then(World *w, i64 i, int state, i64 day, i64 delay)
{
    w->cases[i].state = state;
    put(w, day + delay, i);
}

static void end(World *w, Case *c)
{
    w->escrow -= c->fen;
    w->ended++;
}

static void begin_stage(World *w, i64 i, i64 day, const i64 *draw)
{
    then(w, i, SUBMITTED, day, draw[D_WORK_DAYS]);
}

static void settle(World *w, i64 count, i64 year)
{
    for (i64 i = 0; i < count; i++) {
        i64 due = w->cases[i].spent[year] * 3 / 10;
        if (!due) continue;
        w->outlay += due < CAP_FEN ? due : CAP_FEN;
        w->rows += 2;
    }
}

static void step(World *w, i64 i, i64 day, const i64 *p, const i64 *stages, const i64 *draws, i64 tries)
{
    Case *c = &w->cases[i];
    const i64 *draw = draws + c->stage * tries * D_COLUMNS;
    i64 fen = stages[c->stage * S_COLUMNS + S_INSTALMENT_FEN];
    w->rows++;
    switch (c->state) {
    case FILED: then(w, i, TESTED, day, p[P_COMPLETENESS_DAYS]); break;
    case TESTED:
        if (w->seats) { w->seats--; then(w, i, REVIEWED, day, p[P_REVIEW_DAYS]); }
        else push(w, &w->queue_head, &w->queue_tail, i);
        break;
    case REVIEWED:
        if (w->queue_head >= 0) {
            i64 next = w->queue_head;
            w->queue_head = w->cases[next].next;
            then(w, next, REVIEWED, day, p[P_REVIEW_DAYS]);
        } else w->seats++;
        if (p[P_PASSED]) then(w, i, DECIDED, day, p[P_DECISION_DAYS]);
        break;
    case DECIDED: then(w, i, PUBLICISED, day, p[P_PUBLICITY_DAYS]); break;
    case PUBLICISED: then(w, i, APPROVED, day, p[P_NOTICE_DAYS]); break;
    case APPROVED:
        if (p[P_DEPOSIT_COMES]) then(w, i, DEPOSITED, day, p[P_DEPOSIT_DAYS]); else end(w, c);
        break;
    case DEPOSITED:
        c->fen = fen / 10;
        w->escrow += c->fen;
        if (c->stage) begin_stage(w, i, day, draw); else then(w, i, POOL_ASKED, day, p[P_POOL_DAYS]);
        break;
    case POOL_ASKED:
        if (w->pool < fen) { push(w, &w->wait_head, &w->wait_tail, i); break; }
        w->pool -= fen;
        w->outlay += fen;
        begin_stage(w, i, day, draw);
        break;
    case SUBMITTED: then(w, i, JUDGED, day, draw[D_ACCEPTANCE_DAYS]); break;
    case JUDGED:
        if (draw[D_OUTCOME] < 2) then(w, i, BALANCE_PAID, day, draw[D_BALANCE_DAYS]); else end(w, c);
        break;
    case BALANCE_PAID:
        if (!draw[D_BALANCE_COMES]) { end(w, c); break; }
        w->escrow += fen - c->fen;
        c->fen = fen;
        then(w, i, AUTHORITY, day, draw[D_AUTHORITY_DAYS]);
        break;
    case AUTHORITY: then(w, i, RELEASED, day, draw[D_RELEASE_DAYS]); break;
    case RELEASED:
        w->escrow -= c->fen;
        c->spent[day / 365] += c->fen;
        c->fen = 0;
        if (++c->stage == p[P_STAGES]) w->completed++;
        else if (draw[D_NEXT_COMES]) then(w, i, DEPOSITED, day, draw[D_NEXT_DAYS]);
        else end(w, c);
        break;
    }
}

/* Replications of a block; out has pool, escrow, outlay, completed, ended and rows of each. */
void run(i64 replications, i64 projects, i64 stages, i64 tries, i64 first, i64 horizon, i64 pool,
         const i64 *count, const i64 *project, const i64 *stage, const i64 *draw, World *w, Case *cases, i64 *out)
{
    for (i64 r = 0; r < replications; r++) {
        const i64 *p = project + r * projects * P_COLUMNS;
        const i64 *s = stage + r * projects * stages * S_COLUMNS;
        const i64 *d = draw + r * projects * stages * tries * D_COLUMNS;
        memset(w, 0, offsetof(World, head));
        memset(w->head, -1, horizon * sizeof(i64));
        memset(cases, 0, count[r] * sizeof(Case));
        w->cases = cases; w->pool = pool; w->horizon = horizon; w->seats = SEATS;
        w->queue_head = w->wait_head = -1;
        for (i64 i = 0; i < count[r]; i++) then(w, i, FILED, p[i * P_COLUMNS + P_FILED_DAY] - first, 0);
        for (i64 day = 0; day < horizon; day++) {
            for (i64 i; (i = w->head[day]) >= 0;) {
                w->head[day] = cases[i].next;
                step(w, i, day, p + i * P_COLUMNS, s + i * stages * S_COLUMNS, d + i * stages * tries * D_COLUMNS,
                     tries);
            }
            if (day % 365 == 364) settle(w, count[r], day / 365);
        }
        i64 *o = out + r * 6;
        o[0] = w->pool; o[1] = w->escrow; o[2] = w->outlay; o[3] = w->completed; o[4] = w->ended; o[5] = w->rows;
    }
}

i64 world_size(void) { return sizeof(World); }
i64 case_size(void) { return sizeof(Case); }
