//! The command line: the grammar, the calls into `office`, and answers as text or JSON.
//!
//! Nothing is decided here. Absent on purpose: rights and rules (`office`), the screen (`app`).

mod commands;
mod grammar;
mod help;
mod out;
mod shapes;
mod usage;
mod values;

use crate::{
    app::{Given, Settings, system_lang},
    domain::failure::Failure,
    office::Office,
    runtime::{clock::Clock, panic},
    text::Lang,
};
use clap::FromArgMatches;
use grammar::{Cli, Command, Global};
use out::{End, Out};
use std::{
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
};

/// What a command works with.
struct Session<'a> {
    settings: Settings,
    /// True where the caller named the database, by flag or environment.
    named_database: bool,
    clock: Clock,
    out: Out<'a>,
}

impl Session<'_> {
    /// The office named by flags, environment or configuration.
    fn open(&self) -> Result<Office, Failure> {
        Office::open(
            self.settings.database()?,
            self.settings.operator.as_deref(),
            self.settings.lang,
        )
    }

    /// The same for what only reads: it does not wait for a window that saves.
    fn open_to_read(&self) -> Result<Office, Failure> {
        Office::open_to_read(
            self.settings.database()?,
            self.settings.operator.as_deref(),
            self.settings.lang,
        )
    }

    fn lang(&self) -> Lang {
        self.settings.lang
    }
}

/// Runs the program on the process's own arguments and streams.
pub fn main() -> ExitCode {
    panic::quiet();
    let code = run(
        std::env::args_os(),
        Box::new(io::stdout()),
        Box::new(io::stderr()),
    );
    ExitCode::from(code)
}

/// Runs a call on the streams given; the answer is its exit code.
pub fn run<'a>(
    args: impl IntoIterator<Item = OsString>,
    stdout: Box<dyn Write + 'a>,
    stderr: Box<dyn Write + 'a>,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let early = early_lang(&args);
    let mut out = Out::new(stdout, stderr, early);
    if args.iter().any(|a| a == "--json") {
        out.json_mode();
    }
    let matches = match help::command(early).try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) if !error.use_stderr() => {
            out.bytes(error.render().to_string().as_bytes());
            return out.finish(End::Done).code();
        }
        Err(error) => {
            let end = out.fail(&usage::failure(&error, early));
            return out.finish(end).code();
        }
    };
    match Cli::from_arg_matches(&matches) {
        Ok(cli) => carry_out(cli, out).code(),
        Err(error) => {
            let end = out.fail(&usage::failure(&error, early));
            out.finish(end).code()
        }
    }
}

fn carry_out(cli: Cli, mut out: Out<'_>) -> End {
    let today = cli.global.today;
    let settings = given(cli.global).and_then(|given| {
        let named_database = given.database.is_some();
        Ok((Settings::load(given)?, named_database))
    });
    let (settings, named_database) = match settings {
        Ok(settings) => settings,
        Err(failure) => {
            let end = out.fail(&failure);
            return out.finish(end);
        }
    };
    out.speak(settings.lang);
    if cli.command.as_ref().is_some_and(Command::is_json) {
        out.json_mode();
    }
    for warning in &settings.warnings {
        out.warn(warning);
    }
    let mut session = Session {
        settings,
        named_database,
        clock: Clock::system(today),
        out,
    };
    let result = panic::guarded(|| commands::dispatch(cli.command, &mut session));
    let end = match result.unwrap_or_else(Err) {
        Ok(end) => end,
        Err(failure) => session.out.fail(&failure),
    };
    session.out.finish(end)
}

/// Flags, then environment. A variable that is set to nothing is not set.
fn given(global: Global) -> Result<Given, Failure> {
    let variable = |name: &str| {
        let value = std::env::var_os(name).filter(|v| !v.is_empty());
        value.map(|v| v.to_string_lossy().into_owned())
    };
    let database = match (global.db, variable("ZHIPEI_DB")) {
        (Some(path), _) => Some(path),
        (None, Some(text)) => Some(values::path(&text).map_err(|_| Failure::InvalidValue {
            field: "ZHIPEI_DB".to_owned(),
            value: crate::text::display::line(&text),
        })?),
        (None, None) => None,
    };
    let lang = match (global.lang, variable("ZHIPEI_LANG")) {
        (Some(lang), _) => Some(lang),
        (None, Some(text)) => Some(Lang::named(&text).ok_or_else(|| Failure::InvalidValue {
            field: "ZHIPEI_LANG".to_owned(),
            value: crate::text::display::line(&text),
        })?),
        (None, None) => None,
    };
    let operator = global.operator.or_else(|| variable("ZHIPEI_OPERATOR"));
    Ok(Given {
        database,
        config_dir: global.config,
        lang,
        operator: operator.filter(|name| !name.trim().is_empty()),
    })
}

/// The language for words that are needed before the arguments are understood: help, and what is
/// wrong with the call. Configuration counts here too, a broken one is told later.
fn early_lang(args: &[OsString]) -> Lang {
    let value = |name: &str| -> Option<String> {
        let mut args = args.iter().map(|a| a.to_string_lossy());
        while let Some(arg) = args.next() {
            if arg == "--" {
                return None;
            }
            if arg == name {
                return args.next().map(std::borrow::Cow::into_owned);
            }
            if let Some(rest) = arg.strip_prefix(name).and_then(|r| r.strip_prefix('=')) {
                return Some(rest.to_owned());
            }
        }
        None
    };
    let lang =
        value("--lang").or_else(|| std::env::var("ZHIPEI_LANG").ok().filter(|v| !v.is_empty()));
    let lang = lang.as_deref().and_then(Lang::named);
    let settings = Settings::load(Given {
        lang,
        config_dir: value("--config").map(Into::into),
        ..Given::default()
    });
    match (settings, lang) {
        (Ok(settings), _) => settings.lang,
        (Err(_), Some(lang)) => lang,
        (Err(_), None) => system_lang(),
    }
}
