//! One channel for keys, answers, signals and time: wait, drain, update, submit, draw.

use super::{input, session::Session};
use crate::{
    effect::{Ask, Reply, Ticket},
    ui::{self, Model, Moment, Msg},
};
use crossterm::{
    event,
    terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate},
};
use ratatui::{Terminal, backend::CrosstermBackend};
use std::{
    io::{self, stdout},
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, SyncSender},
    },
    thread,
    time::Duration,
};

/// Messages that wait at most; a flood of keys stops at the reader, not in memory.
const QUEUE: usize = 4096;
/// Messages taken in before a frame is drawn.
const DRAIN: usize = 512;

/// What the threads tell the loop.
enum Happened {
    /// Something for the screen.
    Screen(Msg),
    /// The program was stopped and goes on.
    Resumed,
    /// The terminal can't be read any more.
    Lost(io::Error),
}

/// What the loop is given by the composition root.
pub struct Wiring<F> {
    /// The clock: wall time, and steady milliseconds.
    pub clock: Arc<dyn Fn() -> Moment + Send + Sync>,
    /// Hands an ask to whoever carries it out.
    pub submit: F,
    /// Where the answers come from.
    pub replies: Receiver<(Ticket, Reply)>,
}

/// Runs until the clerk leaves or the window is closed. The terminal is given back by dropping the
/// session; asks that must be done are the caller's to finish after this returns.
///
/// # Errors
/// When the terminal can't be read or drawn on any more.
pub fn run<F: FnMut(Ticket, Ask)>(
    _taken: &Session,
    mut model: Model,
    first: Vec<(Ticket, Ask)>,
    wiring: Wiring<F>,
) -> io::Result<()> {
    let Wiring {
        clock,
        mut submit,
        replies,
    } = wiring;
    let (sender, messages) = mpsc::sync_channel(QUEUE);
    read_keys(&sender, Arc::clone(&clock))?;
    pass_replies(&sender, replies)?;
    watch_signals(&sender, Arc::clone(&clock))?;
    for (ticket, ask) in first {
        submit(ticket, ask);
    }
    let ended = turn(&mut model, &messages, &clock, &mut submit);
    if ended.is_err() {
        // The window is gone; what is half-filled is kept all the same.
        for (ticket, ask) in ui::update(&mut model, Msg::Closing(clock())) {
            submit(ticket, ask);
        }
    }
    ended
}

/// Turns until the model closes.
fn turn(
    model: &mut Model,
    messages: &Receiver<Happened>,
    clock: &Arc<dyn Fn() -> Moment + Send + Sync>,
    submit: &mut impl FnMut(Ticket, Ask),
) -> io::Result<()> {
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    while !model.is_closing() {
        if model.take_dirty() {
            draw(&mut terminal, model)?;
        }
        let wait = Duration::from_millis(model.wake_in());
        let mut next = match messages.recv_timeout(wait) {
            Ok(happened) => Some(happened),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Happened::Screen(Msg::Closing(clock()))),
        };
        for _ in 0..DRAIN {
            let Some(happened) = next.take() else { break };
            let message = match happened {
                Happened::Screen(message) => message,
                Happened::Lost(error) => return Err(error),
                Happened::Resumed => {
                    Session::retake()?;
                    terminal.clear()?;
                    Msg::Resumed(clock())
                }
            };
            for (ticket, ask) in ui::update(model, message) {
                submit(ticket, ask);
            }
            next = match messages.try_recv() {
                Ok(happened) if !model.is_closing() => Some(happened),
                _ => None,
            };
        }
        for (ticket, ask) in ui::update(model, Msg::Tick(clock())) {
            submit(ticket, ask);
        }
    }
    Ok(())
}

/// One frame, inside a synchronized update so that nothing flickers where that is supported.
fn draw(terminal: &mut Terminal<CrosstermBackend<io::Stdout>>, model: &Model) -> io::Result<()> {
    crossterm::execute!(stdout(), BeginSynchronizedUpdate)?;
    let drawn = terminal.draw(|frame| ui::view(model, frame)).map(|_| ());
    crossterm::execute!(stdout(), EndSynchronizedUpdate)?;
    drawn
}

/// Reads events for as long as there is a loop to take them.
fn read_keys(
    sender: &SyncSender<Happened>,
    clock: Arc<dyn Fn() -> Moment + Send + Sync>,
) -> io::Result<()> {
    let sender = sender.clone();
    thread::Builder::new()
        .name("keys".to_owned())
        .spawn(move || {
            loop {
                match event::read() {
                    Ok(event) => {
                        for message in input::translate(event, clock()) {
                            if sender.send(Happened::Screen(message)).is_err() {
                                return;
                            }
                        }
                    }
                    Err(error) => {
                        // The loop may be gone already; then nobody needs to know.
                        let _ = sender.send(Happened::Lost(error));
                        return;
                    }
                }
            }
        })
        .map(|_| ())
}

fn pass_replies(
    sender: &SyncSender<Happened>,
    replies: Receiver<(Ticket, Reply)>,
) -> io::Result<()> {
    let sender = sender.clone();
    thread::Builder::new()
        .name("replies".to_owned())
        .spawn(move || {
            for (ticket, reply) in replies {
                if sender
                    .send(Happened::Screen(Msg::Replied(ticket, reply)))
                    .is_err()
                {
                    return;
                }
            }
        })
        .map(|_| ())
}

/// The window was closed, the line was cut, or the system goes down: half-filled forms are kept and
/// the terminal is given back.
#[cfg(unix)]
fn watch_signals(
    sender: &SyncSender<Happened>,
    clock: Arc<dyn Fn() -> Moment + Send + Sync>,
) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT])?;
    let sender = sender.clone();
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever() {
                let happened = match signal {
                    SIGCONT => Happened::Resumed,
                    _ => Happened::Screen(Msg::Closing(clock())),
                };
                if sender.send(happened).is_err() {
                    return;
                }
            }
        })
        .map(|_| ())
}

#[cfg(not(unix))]
fn watch_signals(
    _sender: &SyncSender<Happened>,
    _clock: Arc<dyn Fn() -> Moment + Send + Sync>,
) -> io::Result<()> {
    Ok(())
}
