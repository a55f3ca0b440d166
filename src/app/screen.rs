//! Opens the office and wires the screen to it: keys and theme, worker threads, the terminal.

use super::{Settings, prompt::Prompt};
use crate::{
    domain::{cause::Cause, failure::Failure},
    effect::Ticket,
    keymap::{Keymap, Problem, Source, shipped},
    office::{Moment, Office},
    runtime::{
        clock::{Clock, Stopwatch},
        perform::perform,
        threads::{Deliver, Perform, Threads},
        upkeep::Upkeep,
    },
    terminal::{self, Session, Wiring},
    text::display,
    ui::{self, Model, Setup, ThemeName},
};
use std::{
    io::{self, IsTerminal, Write},
    path::Path,
    sync::{Arc, mpsc},
};

crate::messages! {
    window_title() { zh: "职配", en: "zhipei" }
    demo_office() { zh: "演示（虚构资料，退出即删除）", en: "Demo (made up, deleted on leaving)" }
    filling(done: u64, people: u64) { zh: "\r正在准备演示资料：{done} / {people} 人", en: "\rPreparing the demo: {done} of {people} people" }
}

/// The clerk's own key file in the configuration folder.
const KEY_FILE: &str = "keys.toml";
/// People told about while a demo is filled.
const TELL_FROM: u64 = 20_000;

/// Opens the screen on the office that the settings name; asks before making one.
///
/// # Errors
/// [`Failure::NoTerminal`]; what the store says of the file.
pub fn open_screen(settings: &Settings, clock: Clock) -> Result<(), Failure> {
    need_terminal()?;
    let path = settings.database()?;
    let Some(office) = open_or_make(settings, path, &clock.moment())? else {
        return Ok(());
    };
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    run(office, settings, clock, &display::line(&name))
}

/// Opens the screen on a made-up office that is deleted afterwards.
///
/// # Errors
/// [`Failure::NoTerminal`]; where there is no room for it.
pub fn open_demo(settings: &Settings, clock: Clock, people: u64) -> Result<(), Failure> {
    need_terminal()?;
    let folder = tempfile::Builder::new()
        .prefix("zhipei-demo-")
        .tempdir()
        .map_err(|e| Failure::OutputFailed {
            path: display::line(&std::env::temp_dir().to_string_lossy()),
            detail: Cause::of(&e),
        })?;
    let path = folder.path().join("demo.db");
    let lang = settings.lang;
    let operator = settings.operator.as_deref();
    let office = Office::demo(&path, people, operator, lang, &clock.moment(), |done| {
        if people > TELL_FROM {
            // Only to pass the time; the demo goes on where nobody can be told.
            let _ = write!(io::stderr(), "{}", filling(lang, done, people));
        }
    })?;
    let name = demo_office(lang);
    // Nothing is to be read in again.
    office.leave_index();
    run(office.for_screen()?, settings, clock, &name)
    // The folder goes with everything in it when it is dropped here.
}

fn need_terminal() -> Result<(), Failure> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        Ok(())
    } else {
        Err(Failure::NoTerminal {})
    }
}

fn open_or_make(
    settings: &Settings,
    path: &Path,
    moment: &Moment,
) -> Result<Option<Office>, Failure> {
    let mut prompt = Prompt {
        answers: io::stdin().lock(),
        questions: io::stdout(),
        lang: settings.lang,
    };
    let operator = settings.operator.as_deref();
    let office = match Office::open(path, operator, settings.lang) {
        Err(Failure::DatabaseMissing { .. }) => {
            let Some(name) = prompt.may_create(path)? else {
                return Ok(None);
            };
            let name = operator.map(str::to_owned).or(name);
            Office::create(path, name.as_deref(), settings.lang, moment)?
        }
        other => other?,
    };
    if operator.is_none() && office.has_colleagues() {
        let Some(name) = prompt.who_works(&office)? else {
            return Ok(None);
        };
        drop(office);
        let office = Office::open(path, Some(&name), settings.lang)?;
        return office.for_screen().map(Some);
    }
    office.for_screen().map(Some)
}

fn run(office: Office, settings: &Settings, clock: Clock, name: &str) -> Result<(), Failure> {
    let lang = settings.lang;
    let theme = settings.theme.as_deref().and_then(ThemeName::parse);
    let theme = theme.unwrap_or(ThemeName::Dark);
    let (keymap, key_problems) = keys(settings)?;
    let id_seed = random_seed(&office, &clock.moment())?;
    let office = Arc::new(office);
    let watch = Stopwatch::start();
    let moment = move || screen_moment(&clock, &watch);

    let session = Session::open(&window_title(lang), true).map_err(|e| lost(&e))?;
    let facts = session.facts();
    let (model, first) = Model::new(Setup {
        lang,
        theme,
        no_color: std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()),
        ascii: facts.wide_lines,
        keymap,
        key_problems,
        operator: display::line(&office.operator().name),
        office: name.to_owned(),
        size: facts.size,
        paste_events: facts.paste_events,
        start: moment(),
        id_seed,
    });
    let (answer, replies) = mpsc::channel();
    let deliver: Deliver<Ticket> = Arc::new(move |ticket, reply| {
        // The screen may be gone while a last save is still done.
        let _ = answer.send((ticket.unwrap_or_default(), reply));
    });
    let upkeep = Upkeep::new(Arc::clone(&office), Arc::clone(&deliver));
    upkeep.start();
    let look_around = Box::new(move || upkeep.look_around());
    let threads = Threads::start(&work(&office, clock), look_around, &deliver);
    let threads = threads.map_err(|e| lost(&e))?;
    let ended = terminal::run(
        &session,
        model,
        first,
        Wiring {
            clock: Arc::new(moment),
            submit: |ticket, ask| threads.ask(ticket, ask),
            replies,
        },
    );
    // The terminal is given back before the last saves are waited for.
    drop(session);
    threads.finish();
    office.leave_index();
    for remark in &settings.warnings {
        let _ = writeln!(io::stderr(), "{remark}");
    }
    ended.map_err(|e| lost(&e))
}

/// What an ask does, on whatever thread.
fn work(office: &Arc<Office>, clock: Clock) -> Perform {
    let office = Arc::clone(office);
    Arc::new(move |ask| perform(&office, &clock.moment(), ask))
}

fn screen_moment(clock: &Clock, watch: &Stopwatch) -> ui::Moment {
    ui::Moment {
        now: clock.moment().at(),
        ms: u64::try_from(watch.elapsed().as_millis()).unwrap_or(u64::MAX),
    }
}

/// What is wrong with the key files and the names in the configuration, in words.
///
/// # Errors
/// A key file that can't be read.
pub fn key_file_problems(settings: &Settings) -> Result<Vec<String>, Failure> {
    let (_, problems) = keys(settings)?;
    let words = problems.iter().map(|p| p.words(settings.lang));
    Ok(settings.warnings.iter().cloned().chain(words).collect())
}

/// The key sets: the complete default, the chosen set, the clerk's own file.
fn keys(settings: &Settings) -> Result<(Keymap, Vec<Problem>), Failure> {
    let mut sources: Vec<Source> = shipped("default").into_iter().collect();
    let chosen = settings.keymap.as_deref().filter(|name| *name != "default");
    sources.extend(chosen.and_then(shipped));
    if let Some(path) = settings.config_dir.as_ref().map(|d| d.join(KEY_FILE))
        && let Some(source) = own_keys(&path)?
    {
        sources.push(source);
    }
    Ok(Keymap::load(&ui::catalogue(), &sources))
}

fn own_keys(path: &Path) -> Result<Option<Source>, Failure> {
    match crate::office::read_named(path, 1_000_000) {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes);
            let text = text.trim_start_matches('\u{feff}').to_owned();
            Ok(Some(Source::new(path.to_string_lossy(), text)))
        }
        Err(Failure::FileMissing { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}

/// A number that no other window has, for the identities of what forms make.
fn random_seed(office: &Office, moment: &Moment) -> Result<u64, Failure> {
    let id = office.new_contact_id(moment)?.0;
    let (_, low) = id.as_u64_pair();
    Ok(low)
}

fn lost(error: &io::Error) -> Failure {
    Failure::TerminalLost {
        detail: error.to_string(),
    }
}
