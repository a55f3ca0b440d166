//! A thread that lays out what search and fit read, and keeps the index's file, while nobody waits.
//!
//! Absent on purpose: what is laid out, and when the file is worth writing (`office`).

use super::{panic::guarded, threads::Deliver};
use crate::{effect::Reply, office::Office};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// Starts the thread where there is something to do; one at a time.
pub struct Upkeep<T> {
    office: Arc<Office>,
    deliver: Deliver<T>,
    running: Arc<AtomicBool>,
}

impl<T: 'static> Upkeep<T> {
    /// Of an office; lists hear through `deliver` that they may ask again.
    pub fn new(office: Arc<Office>, deliver: Deliver<T>) -> Self {
        Self {
            office,
            deliver,
            running: Arc::default(),
        }
    }

    /// Starts the thread unless it runs. A failure to lay out is the next question's to tell.
    pub fn start(&self) {
        if self.running.swap(true, Ordering::Relaxed) {
            return;
        }
        let (office, deliver) = (Arc::clone(&self.office), Arc::clone(&self.deliver));
        let running = Arc::clone(&self.running);
        let work = move || {
            let _ = guarded(|| office.keep_up(|| deliver(None, Reply::Changed)));
            running.store(false, Ordering::Relaxed);
        };
        let thread = std::thread::Builder::new().name("zhipei-upkeep".to_owned());
        if thread.spawn(work).is_err() {
            self.running.store(false, Ordering::Relaxed);
        }
    }

    /// True where another window changed the records; starts the thread where it is needed.
    pub fn look_around(&self) -> bool {
        // A failure to look is not worth a word, the next ask has it.
        let changed = self.office.look_around().unwrap_or(false);
        if self.office.is_behind() {
            self.start();
        }
        changed
    }
}
