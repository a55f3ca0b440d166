//! A fault of the program becomes an answer in the user's words: no backtrace, no half screen.

use crate::domain::failure::Failure;
use std::{
    any::Any,
    cell::RefCell,
    panic::{AssertUnwindSafe, catch_unwind, set_hook},
};

thread_local! {
    static WHERE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Makes panics silent: the place is kept for [`guarded`], nothing is printed over the screen.
pub fn quiet() {
    set_hook(Box::new(|info| {
        let place = info
            .location()
            .map(|l| format!("{}:{}", l.file(), l.line()));
        WHERE.with(|w| *w.borrow_mut() = place);
    }));
}

/// Runs code whose fault must not take the program down.
///
/// # Errors
/// [`Failure::Bug`] with the message and the place of the panic.
pub fn guarded<R>(work: impl FnOnce() -> R) -> Result<R, Failure> {
    // What the closure had borrowed is only a lock, and every lock here is taken even when poisoned.
    catch_unwind(AssertUnwindSafe(work)).map_err(|cause| {
        let place = WHERE.with(|w| w.borrow_mut().take());
        Failure::Bug {
            detail: match place {
                Some(place) => format!("{} ({place})", message(cause.as_ref())),
                None => message(cause.as_ref()),
            },
        }
    })
}

fn message(cause: &(dyn Any + Send)) -> String {
    let text = cause
        .downcast_ref::<&str>()
        .map(|s| (*s).to_owned())
        .or_else(|| cause.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "panic".to_owned());
    crate::text::display::line(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_carries_its_words() {
        let failed = guarded(|| -> () { panic!("row {}", 7) });
        match failed {
            Err(Failure::Bug { detail }) => assert!(detail.starts_with("row 7"), "{detail}"),
            other => panic!("{other:?}"),
        }
        assert_eq!(guarded(|| 3), Ok(3));
    }
}
