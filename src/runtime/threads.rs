//! Moves asks to three worker threads and their answers back: one thread owns writes and reads of the
//! store, one reads memory (search, fit), so that typing never waits for a save, and one counts what
//! stands beside a search, so that no result waits for a count.
//!
//! Absent on purpose: what an ask means. `perform` is ordinary code that is handed in.

use super::panic::guarded;
use crate::effect::{Ask, Delivery, Reply};
use std::{
    collections::VecDeque,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
    time::Duration,
};

/// How often an idle store thread looks whether another window wrote.
const LOOK_AROUND: Duration = Duration::from_millis(800);

/// Carries out one ask.
pub type Perform = Arc<dyn Fn(Ask) -> Reply + Send + Sync>;

/// Called between asks on the store thread; true where records were changed elsewhere.
pub type LookAround = Box<dyn FnMut() -> bool + Send>;

/// Takes an answer with the ticket of its ask; none for news that nobody asked for.
pub type Deliver<T> = Arc<dyn Fn(Option<T>, Reply) + Send + Sync>;

/// The threads. `T` is whatever the caller uses to tell its asks apart.
pub struct Threads<T> {
    store: Worker<T>,
    memory: Worker<T>,
    aside: Worker<T>,
}

impl<T: Send + 'static> Threads<T> {
    /// Starts the threads.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(
        perform: &Perform,
        look_around: LookAround,
        deliver: &Deliver<T>,
    ) -> std::io::Result<Self> {
        Ok(Self {
            store: Worker::start("store", perform, Some(look_around), deliver)?,
            memory: Worker::start("memory", perform, None, deliver)?,
            aside: Worker::start("aside", perform, None, deliver)?,
        })
    }

    /// Takes an ask. Of the `Latest` kind at most one runs and one waits; a newer one takes the
    /// place of the waiting one, which is never answered.
    pub fn ask(&self, ticket: T, ask: Ask) {
        let reads_memory = matches!(
            ask,
            Ask::Search { .. }
                | Ask::Hints(_)
                | Ask::Offers(_)
                | Ask::OfferList { .. }
                | Ask::WhoFits(_)
        );
        if matches!(ask, Ask::Facets { .. } | Ask::SearchEach { .. }) {
            self.aside.push(ticket, ask);
        } else if reads_memory {
            self.memory.push(ticket, ask);
        } else {
            self.store.push(ticket, ask);
        }
    }

    /// Finishes what must be done, drops what only was to be shown, and ends the threads.
    pub fn finish(self) {
        self.store.close();
        self.memory.close();
        self.aside.close();
        self.store.join();
        self.memory.join();
        self.aside.join();
    }
}

struct Worker<T> {
    queue: Arc<Queue<T>>,
    thread: JoinHandle<()>,
}

impl<T: Send + 'static> Worker<T> {
    fn start(
        name: &str,
        perform: &Perform,
        mut look_around: Option<LookAround>,
        deliver: &Deliver<T>,
    ) -> std::io::Result<Self> {
        let queue = Arc::new(Queue::new());
        let (jobs, perform, deliver) = (queue.clone(), perform.clone(), deliver.clone());
        let thread = std::thread::Builder::new()
            .name(format!("zhipei-{name}"))
            .spawn(move || {
                loop {
                    match jobs.take(look_around.is_some()) {
                        Taken::Job(ticket, ask) => {
                            let reply = guarded(|| perform(*ask)).unwrap_or_else(Reply::Failed);
                            deliver(Some(ticket), reply);
                        }
                        Taken::Idle => {
                            if let Some(look) = look_around.as_mut()
                                && guarded(look).unwrap_or(false)
                            {
                                deliver(None, Reply::Changed);
                            }
                        }
                        Taken::Closed => return,
                    }
                }
            })?;
        Ok(Self { queue, thread })
    }

    fn push(&self, ticket: T, ask: Ask) {
        self.queue.push(ticket, ask);
    }

    fn close(&self) {
        self.queue.lock().closed = true;
        self.queue.ready.notify_all();
    }

    fn join(self) {
        // The thread's body is guarded; a join can only fail where the process is going down anyway.
        let _ = self.thread.join();
    }
}

struct Queue<T> {
    jobs: Mutex<Jobs<T>>,
    ready: Condvar,
}

struct Jobs<T> {
    waiting: VecDeque<(T, Ask)>,
    closed: bool,
}

enum Taken<T> {
    Job(T, Box<Ask>),
    Idle,
    Closed,
}

impl<T> Queue<T> {
    fn new() -> Self {
        Self {
            jobs: Mutex::new(Jobs {
                waiting: VecDeque::new(),
                closed: false,
            }),
            ready: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Jobs<T>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, ticket: T, ask: Ask) {
        let mut jobs = self.lock();
        if let slot @ Delivery::Latest(_) = ask.delivery() {
            jobs.waiting.retain(|(_, old)| old.delivery() != slot);
        }
        jobs.waiting.push_back((ticket, ask));
        drop(jobs);
        self.ready.notify_one();
    }

    /// The next job, in order. A closed queue gives only what must still be done.
    fn take(&self, idles: bool) -> Taken<T> {
        let mut jobs = self.lock();
        loop {
            while let Some((ticket, ask)) = jobs.waiting.pop_front() {
                if !jobs.closed || ask.delivery() == Delivery::Must {
                    return Taken::Job(ticket, Box::new(ask));
                }
            }
            if jobs.closed {
                return Taken::Closed;
            }
            if idles {
                let (guard, timeout) = self
                    .ready
                    .wait_timeout(jobs, LOOK_AROUND)
                    .unwrap_or_else(PoisonError::into_inner);
                jobs = guard;
                if timeout.timed_out() && jobs.waiting.is_empty() && !jobs.closed {
                    return Taken::Idle;
                }
            } else {
                jobs = self
                    .ready
                    .wait(jobs)
                    .unwrap_or_else(PoisonError::into_inner);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::failure::Failure;
    use std::sync::mpsc;

    fn search(text: &str) -> Ask {
        Ask::Search {
            text: text.into(),
            limit: 1,
        }
    }

    fn quiet() -> LookAround {
        Box::new(|| false)
    }

    /// A `perform` that waits for a go before each ask and says what it took.
    fn gated() -> (Perform, mpsc::Receiver<Ask>, mpsc::Sender<()>) {
        let (took, seen) = mpsc::channel();
        let (go, gate) = mpsc::channel::<()>();
        let gate = Mutex::new(gate);
        let perform: Perform = Arc::new(move |ask| {
            took.send(ask).unwrap();
            gate.lock().unwrap().recv().unwrap();
            Reply::Changed
        });
        (perform, seen, go)
    }

    #[test]
    fn of_many_searches_one_runs_and_one_waits() {
        let (perform, seen, go) = gated();
        let (answer, answers) = mpsc::channel();
        let deliver: Deliver<u32> =
            Arc::new(move |ticket, _| answer.send(ticket.unwrap()).unwrap());
        let threads = Threads::start(&perform, quiet(), &deliver).unwrap();
        threads.ask(1, search("l"));
        assert_eq!(seen.recv().unwrap(), search("l")); // it runs now
        threads.ask(2, search("lm"));
        threads.ask(3, search("lml"));
        threads.ask(4, search("lmlx"));
        go.send(()).unwrap();
        assert_eq!(seen.recv().unwrap(), search("lmlx"));
        go.send(()).unwrap();
        assert_eq!(answers.recv().unwrap(), 1);
        assert_eq!(answers.recv().unwrap(), 4);
        threads.finish();
        assert!(answers.try_recv().is_err());
    }

    #[test]
    fn quitting_waits_for_writes_and_drops_what_was_only_to_be_shown() {
        let (perform, seen, go) = gated();
        let (answer, answers) = mpsc::channel();
        let deliver: Deliver<u32> =
            Arc::new(move |ticket, _| answer.send(ticket.unwrap()).unwrap());
        let threads = Threads::start(&perform, quiet(), &deliver).unwrap();
        threads.ask(1, Ask::Undo);
        assert_eq!(seen.recv().unwrap(), Ask::Undo);
        threads.ask(2, Ask::Today);
        threads.ask(3, Ask::Redo);
        threads.store.close();
        for _ in 0..2 {
            go.send(()).unwrap();
        }
        threads.finish();
        drop(deliver);
        assert_eq!(answers.iter().collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn a_save_does_not_hold_up_a_search() {
        let (took, seen) = mpsc::channel();
        let (go, gate) = mpsc::channel::<()>();
        let gate = Mutex::new(gate);
        let perform: Perform = Arc::new(move |ask| {
            if ask == Ask::Undo {
                gate.lock().unwrap().recv().unwrap();
            }
            took.send(ask).unwrap();
            Reply::Changed
        });
        let deliver: Deliver<u32> = Arc::new(|_, _| ());
        let threads = Threads::start(&perform, quiet(), &deliver).unwrap();
        threads.ask(1, Ask::Undo);
        threads.ask(2, search("l"));
        assert_eq!(seen.recv().unwrap(), search("l"));
        go.send(()).unwrap();
        assert_eq!(seen.recv().unwrap(), Ask::Undo);
        threads.finish();
    }

    #[test]
    fn a_fault_is_an_answer_and_the_thread_lives_on() {
        let perform: Perform = Arc::new(|ask| match ask {
            Ask::Undo => panic!("out of range"),
            _ => Reply::Changed,
        });
        let (answer, answers) = mpsc::channel();
        let deliver: Deliver<u32> = Arc::new(move |_, reply| answer.send(reply).unwrap());
        let threads = Threads::start(&perform, quiet(), &deliver).unwrap();
        threads.ask(1, Ask::Undo);
        threads.ask(2, Ask::Redo);
        match answers.recv().unwrap() {
            Reply::Failed(Failure::Bug { detail }) => assert!(detail.contains("out of range")),
            other => panic!("{other:?}"),
        }
        assert_eq!(answers.recv().unwrap(), Reply::Changed);
        threads.finish();
    }

    #[test]
    fn another_windows_write_is_told() {
        let (answer, answers) = mpsc::channel();
        let deliver: Deliver<u32> = Arc::new(move |ticket, reply| {
            let _ = answer.send((ticket, reply));
        });
        let threads = Threads::start(
            &(Arc::new(|_| Reply::Changed) as Perform),
            Box::new(|| true),
            &deliver,
        )
        .unwrap();
        assert_eq!(answers.recv().unwrap(), (None, Reply::Changed));
        threads.finish();
    }
}
