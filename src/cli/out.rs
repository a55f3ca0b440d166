//! Everything that the commands print. A reader that goes away (`| head -1`) ends the talk quietly.

use crate::{
    domain::{
        cause::Cause,
        failure::{Failure, FailureKind},
    },
    text::{
        Lang,
        width::{cells, pad},
    },
};
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// Widest column of a table, in cells.
const WIDEST: usize = 48;

crate::messages! {
    failed(what: &str, safe: &str, advice: &str) {
        zh: "{what}\n  {safe}\n  {advice}",
        en: "{what}\n  {safe}\n  {advice}"
    }
    warning(text: &str) { zh: "注意：{text}", en: "Note: {text}" }
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Done.
    Done,
    /// The thing asked for can't be done.
    Refused,
    /// The call was wrong.
    Usage,
    /// Done in part.
    Partly,
}

impl End {
    /// The exit code.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Refused => 1,
            Self::Usage => 2,
            Self::Partly => 3,
        }
    }

    /// How a failure ends a command.
    pub(super) fn of(failure: &Failure) -> Self {
        match failure.kind() {
            FailureKind::Usage => Self::Usage,
            FailureKind::Refused | FailureKind::Environment | FailureKind::Bug => Self::Refused,
        }
    }
}

#[derive(Serialize)]
struct ErrorWords<'a> {
    code: &'a str,
    what: &'a str,
    safe: &'a str,
    #[serde(rename = "do")]
    advice: &'a str,
}

#[derive(Serialize)]
struct ErrorDocument<'a> {
    error: ErrorWords<'a>,
}

/// The two streams, and whether anybody still reads.
pub(super) struct Out<'a> {
    out: BufWriter<Box<dyn Write + 'a>>,
    err: Box<dyn Write + 'a>,
    lang: Lang,
    json: bool,
    state: State,
}

enum State {
    Open,
    /// The reader went away; that is their right.
    Gone,
    /// The words did not arrive (a full disk behind `>`).
    Broken(String),
}

impl<'a> Out<'a> {
    /// Onto two streams.
    pub(super) fn new(out: Box<dyn Write + 'a>, err: Box<dyn Write + 'a>, lang: Lang) -> Self {
        Self {
            out: BufWriter::new(out),
            err,
            lang,
            json: false,
            state: State::Open,
        }
    }

    /// Words from now on in this language.
    pub(super) fn speak(&mut self, lang: Lang) {
        self.lang = lang;
    }

    /// Failures are from now on told as JSON too.
    pub(super) fn json_mode(&mut self) {
        self.json = true;
    }

    /// Whether answers are JSON.
    pub(super) fn is_json(&self) -> bool {
        self.json
    }

    /// Bytes as they are.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        if matches!(self.state, State::Open) {
            let result = self.out.write_all(bytes);
            self.note(result);
        }
    }

    /// Hands on what was said so far.
    pub(super) fn flush(&mut self) {
        if matches!(self.state, State::Open) {
            let result = self.out.flush();
            self.note(result);
        }
    }

    /// One line.
    pub(super) fn line(&mut self, text: &str) {
        self.bytes(text.as_bytes());
        self.bytes(b"\n");
    }

    /// One JSON document on one line.
    pub(super) fn json(&mut self, document: &impl Serialize) {
        match serde_json::to_string(document) {
            Ok(text) => self.line(&text),
            Err(e) => self.state = State::Broken(Cause::of(&e.into())),
        }
    }

    /// A table, its columns aligned by cells.
    pub(super) fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        let mut widths: Vec<usize> = head.iter().map(|h| cells(h)).collect();
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cells(cell)).min(WIDEST);
            }
        }
        let line = |row: &[&str]| -> String {
            let padded: Vec<String> = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| pad(cell, *width))
                .collect();
            padded.join("  ").trim_end().to_owned()
        };
        let first = line(head);
        self.line(&first);
        for row in rows {
            let clean: Vec<String> = row.iter().map(|c| crate::text::display::line(c)).collect();
            let row = line(&clean.iter().map(String::as_str).collect::<Vec<_>>());
            self.line(&row);
        }
    }

    /// A remark that is no part of the answer.
    pub(super) fn warn(&mut self, text: &str) {
        let text = warning(self.lang, text);
        self.aside(&text);
    }

    /// A line on the error stream.
    pub(super) fn aside(&mut self, text: &str) {
        // Nobody is left to tell where the error stream is gone.
        let _ = writeln!(self.err, "{text}");
    }

    /// A failure in words, and as the document where answers are JSON.
    pub(super) fn fail(&mut self, failure: &Failure) -> End {
        if self.json {
            self.fail_document(failure);
        }
        let words = failure.words(self.lang);
        let text = failed(self.lang, &words.what, &words.safe, &words.advice);
        self.aside(&text);
        End::of(failure)
    }

    /// A failure as a JSON document alone (one line of a batch).
    pub(super) fn fail_document(&mut self, failure: &Failure) {
        let words = failure.words(self.lang);
        self.json(&ErrorDocument {
            error: ErrorWords {
                code: failure.code(),
                what: &words.what,
                safe: &words.safe,
                advice: &words.advice,
            },
        });
    }

    /// True where the reader went away: long work may stop.
    pub(super) fn is_gone(&self) -> bool {
        matches!(self.state, State::Gone)
    }

    /// Lets everything out and says how it ended.
    pub(super) fn finish(mut self, end: End) -> End {
        if matches!(self.state, State::Open) {
            let result = self.out.flush();
            self.note(result);
        }
        match std::mem::replace(&mut self.state, State::Gone) {
            State::Open | State::Gone => end,
            State::Broken(detail) => {
                self.json = false;
                self.fail(&Failure::OutputFailed {
                    path: "-".to_owned(),
                    detail,
                })
            }
        }
    }

    fn note(&mut self, result: io::Result<()>) {
        match result {
            Ok(()) => {}
            Err(e) if e.kind() == io::ErrorKind::BrokenPipe => self.state = State::Gone,
            Err(e) => self.state = State::Broken(Cause::of(&e)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Deaf(io::ErrorKind);

    impl Write for Deaf {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn a_reader_that_leaves_is_no_failure_and_a_full_disk_is() {
        for (kind, end) in [
            (io::ErrorKind::BrokenPipe, End::Done),
            (io::ErrorKind::StorageFull, End::Refused),
        ] {
            let mut told = Vec::new();
            let mut out = Out::new(Box::new(Deaf(kind)), Box::new(&mut told), Lang::En);
            for _ in 0..10_000 {
                out.line("one line of many");
            }
            assert_eq!(out.finish(End::Done), end);
            assert_eq!(told.is_empty(), end == End::Done);
        }
    }

    #[test]
    fn columns_align_by_cells() {
        let mut told = Vec::new();
        let mut out = Out::new(Box::new(&mut told), Box::new(io::sink()), Lang::Zh);
        out.table(
            &["姓名", "镇街"],
            &[
                vec!["李明朗".into(), "石岐".into()],
                vec!["Li".into(), "a\u{1b}b".into()],
            ],
        );
        out.finish(End::Done);
        assert_eq!(
            String::from_utf8(told).unwrap(),
            "姓名    镇街\n李明朗  石岐\nLi      a␛b\n"
        );
    }

    #[test]
    fn a_failure_is_told_to_people_and_to_scripts() {
        let (mut told, mut aside) = (Vec::new(), Vec::new());
        let mut out = Out::new(Box::new(&mut told), Box::new(&mut aside), Lang::En);
        out.json_mode();
        let end = out.fail(&Failure::FileMissing {
            path: "a.csv".into(),
        });
        assert_eq!(out.finish(end).code(), 1);
        let document: serde_json::Value = serde_json::from_slice(&told).unwrap();
        assert_eq!(document["error"]["code"], "file_missing");
        assert_eq!(document["error"]["do"], "Check the name and the folder.");
        assert!(String::from_utf8(aside).unwrap().contains("a.csv"));
    }
}
