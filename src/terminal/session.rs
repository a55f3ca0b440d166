//! The terminal while the program has it: taken once, given back on every way out.

use crate::text::display;
use crossterm::{
    cursor::{self, MoveTo, Show},
    event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture},
    execute, queue,
    style::{Print, ResetColor, force_color_output},
    terminal::{
        Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode,
        enable_raw_mode, size,
    },
};
use std::{
    io::{self, Write, stdout},
    panic,
    sync::{
        Once,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// What was found out about the terminal before the first frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Columns and rows.
    pub size: (u16, u16),
    /// Box lines and other signs of ambiguous width are two cells wide here, so borders must be
    /// ASCII.
    pub wide_lines: bool,
    /// A paste comes as one event; elsewhere (Windows) it comes as very fast keys.
    pub paste_events: bool,
}

/// True while raw mode and the alternate screen are on; the panic hook and the guard both look.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// The panic hook is installed once, however often a session opens.
static HOOK: Once = Once::new();

/// The terminal, taken; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Session {
    facts: Facts,
}

impl Session {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste (not on Windows, where it
    /// never comes and adds Ctrl to Enter in some consoles), the mouse if wanted.
    ///
    /// # Errors
    /// What the terminal answers; it is given back first.
    pub fn open(title: &str, mouse: bool) -> io::Result<Self> {
        HOOK.call_once(|| {
            let before = panic::take_hook();
            let drawing = thread::current().id();
            panic::set_hook(Box::new(move |info| {
                // A fault caught in a worker is told on the status line and the screen goes on.
                if thread::current().id() == drawing {
                    restore();
                }
                before(info);
            }));
        });
        // NO_COLOR is answered by our theme; left to itself crossterm would drop reverse and bold as
        // well, and the selected row with them.
        force_color_output(true);
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        // From here on a failure restores by the guard's drop.
        let mut session = Self {
            facts: Facts {
                size: (80, 24),
                wide_lines: false,
                paste_events: cfg!(unix),
            },
        };
        let mut out = stdout();
        execute!(out, EnterAlternateScreen, SetTitle(display::line(title)))?;
        if cfg!(unix) {
            execute!(out, EnableBracketedPaste)?;
        }
        if mouse {
            execute!(out, EnableMouseCapture)?;
        }
        session.facts = Facts {
            size: size()?,
            wide_lines: may_be_wide() && ambiguous_width(&mut out).unwrap_or(1) > 1,
            paste_events: cfg!(unix),
        };
        Ok(session)
    }

    /// Takes the terminal again after the program was stopped and went on: the shell has changed the
    /// modes meanwhile.
    pub(super) fn retake() -> io::Result<()> {
        // crossterm remembers raw mode as on and would not switch it on again.
        disable_raw_mode()?;
        enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen)?;
        if cfg!(unix) {
            execute!(stdout(), EnableBracketedPaste)?;
        }
        Ok(())
    }

    /// What was found out.
    pub fn facts(&self) -> Facts {
        self.facts
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back; harmless when it was given back already. Errors are passed over: there
/// is nobody left to tell, and each step must be tried.
fn restore() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = stdout();
    let _ = execute!(out, DisableMouseCapture);
    if cfg!(unix) {
        let _ = execute!(out, DisableBracketedPaste);
    }
    // Some multiplexers leave rows of the alternate screen behind after a resize; names are on them.
    let _ = execute!(
        out,
        ResetColor,
        Clear(ClearType::All),
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
}

/// True where the question below is worth asking: Windows consoles, and terminals that do not name
/// themselves as one of those that draw lines one cell wide. A terminal that never answers would cost
/// two seconds at each start.
fn may_be_wide() -> bool {
    const NARROW: [&str; 9] = [
        "256color",
        "tmux",
        "screen",
        "kitty",
        "alacritty",
        "foot",
        "ghostty",
        "wezterm",
        "linux",
    ];
    let term = std::env::var("TERM").unwrap_or_default();
    cfg!(windows) || !NARROW.iter().any(|name| term.contains(name))
}

/// Cells that a sign of ambiguous width takes here: prints one and asks where the cursor is. Only
/// before the event loop, because a reader would swallow the answer. `None` where nothing answers.
fn ambiguous_width(out: &mut impl Write) -> Option<u16> {
    queue!(out, MoveTo(0, 0), Print("…")).ok()?;
    out.flush().ok()?;
    let (column, _) = cursor::position().ok()?;
    execute!(out, MoveTo(0, 0), Clear(ClearType::All)).ok()?;
    Some(column)
}
