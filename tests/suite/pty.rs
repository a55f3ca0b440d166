//! The real binary in a pseudo-terminal, with a terminal emulator behind it. Waits for conditions, never for time.

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How long a condition may take before the test fails; generous, because two cores may be busy.
const PATIENCE: Duration = Duration::from_secs(30);

struct Terminal {
    screen: Arc<Mutex<vt100::Parser>>,
    raw: Arc<Mutex<Vec<u8>>>,
    input: Arc<Mutex<Box<dyn Write + Send>>>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn portable_pty::MasterPty + Send>,
}

/// A folder of its own for a test: home, settings, database.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program with arguments, its home inside the folder.
    fn run(&self, arguments: &[&str]) -> std::process::Output {
        std::process::Command::new(env!("CARGO_BIN_EXE_zhipei"))
            .args(arguments)
            .env("HOME", self.folder.path())
            .env_remove("XDG_DATA_HOME")
            .env_remove("XDG_CONFIG_HOME")
            .output()
            .unwrap()
    }
}

impl Terminal {
    fn start(place: &Place, size: (u16, u16), arguments: &[&str]) -> Self {
        Self::start_in(place, size, arguments, &[])
    }

    fn start_in(
        place: &Place,
        (columns, rows): (u16, u16),
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_zhipei"));
        command.args(arguments);
        command.env("HOME", place.folder.path());
        command.env("TERM", "xterm-256color");
        command.env_remove("XDG_DATA_HOME");
        command.env_remove("XDG_CONFIG_HOME");
        command.env("ZHIPEI_LANG", "zh");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let input = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let screen = Arc::new(Mutex::new(vt100::Parser::new(
            cells(rows),
            cells(columns),
            0,
        )));
        let raw = Arc::new(Mutex::new(Vec::new()));
        let (to_screen, to_raw, answer) = (screen.clone(), raw.clone(), input.clone());
        std::thread::spawn(move || {
            let mut buffer = [0u8; 8192];
            while let Ok(n) = reader.read(&mut buffer) {
                if n == 0 {
                    break;
                }
                to_raw.lock().unwrap().extend_from_slice(&buffer[..n]);
                let mut screen = to_screen.lock().unwrap();
                screen.process(&buffer[..n]);
                // A bare pseudo-terminal answers no questions; the width probe asks where the cursor is.
                if buffer[..n].windows(4).any(|w| w == b"\x1b[6n") {
                    let (row, column) = screen.screen().cursor_position();
                    let _ = write!(answer.lock().unwrap(), "\x1b[{};{}R", row + 1, column + 1);
                }
            }
        });
        Self {
            screen,
            raw,
            input,
            child,
            master: pair.master,
        }
    }

    fn send(&self, text: &str) {
        let mut input = self.input.lock().unwrap();
        input.write_all(text.as_bytes()).unwrap();
        input.flush().unwrap();
    }

    fn resize(&self, (columns, rows): (u16, u16)) {
        self.screen
            .lock()
            .unwrap()
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        self.master
            .resize(PtySize {
                rows,
                cols: columns,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
    }

    fn text(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    fn wait(&self, what: &str, test: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let text = self.text();
            if test(&text) {
                return text;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "waited in vain for {what}; the screen shows:\n{text}"
            );
            std::thread::yield_now();
        }
    }

    fn wait_for(&self, words: &str) -> String {
        self.wait(words, |text| text.contains(words))
    }

    fn wait_exit(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(
                start.elapsed() < PATIENCE,
                "the program did not end; the screen shows:\n{}",
                self.text()
            );
            std::thread::yield_now();
        }
    }

    /// The terminal was left as it was found: main screen, cursor shown, no bracketed paste.
    fn assert_restored(&self) {
        let start = Instant::now();
        loop {
            let screen = self.screen.lock().unwrap();
            let s = screen.screen();
            if !s.alternate_screen() && !s.hide_cursor() && !s.bracketed_paste() {
                return;
            }
            drop(screen);
            assert!(start.elapsed() < PATIENCE, "the terminal was not restored");
            std::thread::yield_now();
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn demo_office(place: &Place) -> PathBuf {
    let db = place.path("office.db");
    let out = place.run(&["demo", "--db", path(&db), "--fill-only"]);
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    db
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn cells(n: u16) -> std::num::NonZero<u16> {
    std::num::NonZero::new(n).unwrap()
}

/// F6 as a terminal sends it.
const F6: &str = "\x1b[17~";

#[test]
fn the_main_job_from_start_to_quit() {
    for (size, lang) in [((80, 24), "zh"), ((120, 36), "en")] {
        let place = Place::new();
        let db = demo_office(&place);
        let mut terminal = Terminal::start(
            &place,
            size,
            &["--db", path(&db), "--operator", "陈秀英", "--lang", lang],
        );
        let (today, logged, exported) = match lang {
            "zh" => ("今日待办", "已记：李明朗(尾号3217)", "已导出"),
            _ => ("Today", "Logged: 李明朗 (id ..3217)", "Exported"),
        };
        terminal.wait_for(today);
        terminal.send("lml");
        terminal.wait_for("李明朗");
        terminal.send("\r");
        terminal.wait("the person's file", |text| {
            text.contains("尾号3217") || text.contains("id ..3217")
        });
        // Ctrl+R, call out, interested, in a week, Ctrl+S.
        terminal.send("\x12");
        terminal.wait("the contact form", |text| {
            text.contains("记联系") || text.contains("Log a contact")
        });
        terminal.send("213\x13");
        terminal.wait_for(logged);
        terminal.send(F6);
        terminal.wait("the day's log", |text| {
            text.contains("校验码") || text.contains("check code")
        });
        terminal.send("\x18");
        terminal.wait_for(exported);
        terminal.send("\x11");
        assert_eq!(terminal.wait_exit(), 0);
        terminal.assert_restored();
        let out = place.run(&[
            "--db",
            path(&db),
            "contact",
            "list",
            "--person",
            "P00000001",
            "--json",
        ]);
        let listed = String::from_utf8(out.stdout).unwrap();
        assert!(listed.contains("\"interested\""), "{listed}");
        let files = exported_files(place.folder.path());
        assert_eq!(files.len(), 1, "one log was written: {files:?}");
    }
}

/// Spreadsheets anywhere below a folder.
fn exported_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(exported_files(&path));
        } else if path.extension().is_some_and(|e| e == "xlsx") {
            found.push(path);
        }
    }
    found
}

#[test]
fn what_another_process_brings_is_listed_without_a_key() {
    let place = Place::new();
    let db = demo_office(&place);
    let terminal = Terminal::start(
        &place,
        (100, 30),
        &["--db", path(&db), "--operator", "陈秀英"],
    );
    terminal.wait_for("今日待办");
    terminal.send("黎明明");
    terminal.wait_for("找人 黎明明");
    let roster = place.path("roster.csv");
    std::fs::write(&roster, "姓名,身份证号\n黎明明,449901199003078978\n").unwrap();
    let import = [
        "--db",
        path(&db),
        "--operator",
        "陈秀英",
        "import",
        "people",
    ];
    let out = place.run(&[&import[..], &[path(&roster)]].concat());
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    terminal.wait_for("8978");
}

#[test]
fn the_demo_leaves_nothing_behind() {
    let place = Place::new();
    let temporary = place.path("tmp");
    std::fs::create_dir(&temporary).unwrap();
    let mut terminal = Terminal::start_in(
        &place,
        (100, 30),
        &["demo"],
        &[("TMPDIR", path(&temporary))],
    );
    terminal.wait_for("今日待办");
    terminal.send("\x11");
    assert_eq!(terminal.wait_exit(), 0);
    assert_eq!(
        std::fs::read_dir(&temporary).unwrap().count(),
        0,
        "the throw-away office is gone"
    );
}

#[cfg(unix)]
#[test]
fn a_signal_keeps_the_form_and_restores_the_terminal() {
    for signal in ["TERM", "HUP"] {
        let place = Place::new();
        let db = demo_office(&place);
        let mut terminal = Terminal::start(
            &place,
            (80, 24),
            &["--db", path(&db), "--operator", "陈秀英"],
        );
        terminal.wait_for("今日待办");
        terminal.send("lml");
        terminal.wait_for("李明朗");
        terminal.send("\r");
        terminal.wait_for("尾号3217");
        terminal.send("\x12");
        terminal.wait_for("Ctrl+S 保存");
        terminal.send("2");
        terminal.wait("the answer", |text| text.contains(">结果"));
        let pid = terminal.child.process_id().unwrap().to_string();
        assert!(
            std::process::Command::new("kill")
                .args(["-s", signal, &pid])
                .status()
                .unwrap()
                .success()
        );
        terminal.wait_exit();
        terminal.assert_restored();
        let again = Terminal::start(
            &place,
            (80, 24),
            &["--db", path(&db), "--operator", "陈秀英"],
        );
        again.wait("the kept form", |text| text.contains("暂存 1 份"));
    }
}

#[test]
fn a_tiny_window_says_so_and_heals() {
    let place = Place::new();
    let terminal = Terminal::start(&place, (20, 5), &["demo"]);
    terminal.wait_for("窗口太小");
    terminal.resize((80, 24));
    terminal.wait_for("今日待办");
}

#[test]
fn the_caret_stands_where_the_input_method_must_draw() {
    let place = Place::new();
    let terminal = Terminal::start(&place, (80, 24), &["demo"]);
    terminal.wait_for("今日待办");
    terminal.send("李");
    terminal.wait_for("找到");
    // A frame may be half read when the words are there; the caret comes last.
    terminal.wait(
        "the caret, shown, one wide character after the label",
        |_| {
            let screen = terminal.screen.lock().unwrap();
            screen.screen().cursor_position() == (1, 8) && !screen.screen().hide_cursor()
        },
    );
}

/// Bytes that steer the terminal come from the program alone, never from stored text.
#[test]
fn stored_text_cannot_steer_the_terminal() {
    let place = Place::new();
    let db = demo_office(&place);
    let out = place.run(&[
        "--db",
        path(&db),
        "contact",
        "add",
        "P00000001",
        "--channel",
        "call_out",
        "--outcome",
        "told",
        "--note",
        "x\u{1b}]52;c;ZXZpbA==\u{7}y\u{9b}2J\u{202e}z",
    ]);
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let terminal = Terminal::start(
        &place,
        (80, 24),
        &["--db", path(&db), "--operator", "陈秀英"],
    );
    terminal.wait_for("今日待办");
    terminal.send(F6);
    terminal.wait_for("李明朗");
    let raw = terminal.raw.lock().unwrap();
    for bytes in [
        "\x1b]52".as_bytes(),
        "\u{9b}".as_bytes(),
        "\u{202e}".as_bytes(),
        b"\x07y",
    ] {
        assert!(
            !raw.windows(bytes.len()).any(|w| w == bytes),
            "{bytes:?} reached the terminal"
        );
    }
}
