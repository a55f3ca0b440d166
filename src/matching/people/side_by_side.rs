//! Two pieces of work on two threads.

use super::columns::Row;

/// Fewer rows than this are laid out sooner than a thread is there.
const WORTH_A_THREAD: Row = 50_000;

/// Two pieces of work for so many rows, at the same time where these are many.
pub(super) fn side_by_side<A: Send, B>(
    rows: Row,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    if rows < WORTH_A_THREAD {
        return (one(), other());
    }
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        match one.join() {
            Ok(one) => (one, other),
            Err(fault) => std::panic::resume_unwind(fault),
        }
    })
}
