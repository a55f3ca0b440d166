//! The binary: answers, exit codes, bad calls.

use serde_json::Value;
use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const TODAY: &str = "2026-11-20";

/// What a call came to.
struct Call {
    code: i32,
    out: String,
    err: String,
}

impl Call {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|e| panic!("{e}: stdout {:?}, stderr {:?}", self.out, self.err))
    }

    fn done(self) -> Self {
        assert_eq!(self.code, 0, "stdout {}\nstderr {}", self.out, self.err);
        self
    }

    /// Failed with this code, in words, without a trace of the inside.
    fn failed(self, code: i32) -> Self {
        assert_eq!(self.code, code, "stdout {}\nstderr {}", self.out, self.err);
        let words = self.err.trim();
        assert!(words.lines().count() >= 3, "{words}");
        for inside in ["panicked", "RUST_BACKTRACE", "src/", "called `"] {
            assert!(!words.contains(inside), "{words}");
        }
        self
    }
}

/// A counter with its own home and database.
struct Counter {
    home: tempfile::TempDir,
    db: PathBuf,
}

impl Counter {
    fn empty() -> Self {
        let home = tempfile::tempdir().unwrap();
        let db = home.path().join("office.db");
        Self { home, db }
    }

    /// With the made-up office of `people` in its database.
    fn demo(people: u32) -> Self {
        let counter = Self::empty();
        let people = people.to_string();
        counter
            .run(&["demo", "--fill-only", "--people", &people])
            .done();
        counter
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn write(&self, name: &str, text: &[u8]) -> String {
        std::fs::write(self.path(name), text).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhipei"));
        command
            .args(args)
            .env_clear()
            .env("HOME", self.home.path())
            .env("LANG", "en_US.UTF-8")
            .env("ZHIPEI_DB", &self.db)
            .stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Call {
        let mut full = args.to_vec();
        if !args.contains(&"--today") {
            full.splice(..0, ["--today", TODAY]);
        }
        let output = self.command(&full).output().unwrap();
        Call {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn somebody(&self) -> String {
        let found = self
            .run(&[
                "export",
                "people",
                "--format",
                "json",
                "--reveal",
                "--purpose",
                "test",
            ])
            .done()
            .json();
        found[0]["ref"].as_str().unwrap().to_owned()
    }
}

#[test]
fn help_and_version_speak_both_languages() {
    let counter = Counter::empty();
    let zh = counter.run(&["--lang", "zh", "--help"]).done();
    assert!(zh.out.contains("用法：zhipei"), "{}", zh.out);
    assert!(!zh.out.contains("Usage"), "{}", zh.out);
    let en = counter.run(&["search", "--help"]).done();
    assert!(en.out.contains("Usage: zhipei search"), "{}", en.out);
    assert!(
        counter
            .run(&["--version"])
            .done()
            .out
            .starts_with("zhipei ")
    );
}

#[test]
fn a_wrong_call_is_told_and_ends_with_2() {
    let counter = Counter::empty();
    for (args, word) in [
        (&["serch", "x"][..], "search"),
        (&["log", "--dat", "2026-01-01"], "--date"),
        (&["log", "--date", "2026-02-30"], "2026-02-30"),
        (&["log", "--date", "明天"], "2026-11-28"),
        (
            &["log", "--date", "2026-02-02", "--to", "2026-02-01"],
            "2026-02-01",
        ),
        (&["search"], "QUERY"),
        (&["search", "x", "--reveal"], "purpose"),
        (&["--db", "file:x?mode=memory", "check"], "path"),
        (&["--today", "2026-13-01", "check"], "2026-13-01"),
        (&["demo", "--people", "10000001", "--fill-only"], "10000001"),
        (&["match", "person", "P1", "--for", "people"], "--for"),
    ] {
        let call = counter.run(args).failed(2);
        assert!(call.err.contains(word), "{args:?}: {}", call.err);
    }
    let call = counter.run(&["search", "--json"]).failed(2);
    assert_eq!(call.json()["error"]["code"], "wrong_usage");
}

#[test]
fn the_screen_needs_a_terminal() {
    let counter = Counter::empty();
    for args in [&[][..], &["demo"]] {
        let call = counter.run(args).failed(2);
        assert!(call.err.contains("terminal"), "{}", call.err);
    }
    assert!(!counter.db.exists());
}

#[test]
fn a_database_that_is_not_there_is_made_only_by_those_who_may() {
    let counter = Counter::empty();
    for args in [
        &["search", "x"][..],
        &["match", "person", "P1"],
        &["contact", "list"],
        &["log", "--date", TODAY],
        &["export", "people", "--format", "csv"],
        &["check"],
        &["operator", "list"],
    ] {
        let call = counter.run(args).failed(1);
        assert!(call.err.contains("office.db"), "{}", call.err);
        assert!(!counter.db.exists(), "{args:?}");
    }
    counter.run(&["create", "--plain"]).done();
    assert!(counter.db.exists());
    let again = counter.run(&["create", "--json"]).failed(1);
    assert_eq!(again.json()["error"]["code"], "database_exists");
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let counter = Counter::demo(20);
    let whole = std::fs::read(&counter.db).unwrap();
    let half = counter.write("half.db", &whole[..whole.len() / 2]);
    let sheet = counter.write("sheet.db", "姓名,身份证号\n李明,\n".as_bytes());
    let empty = counter.write("empty.db", b"");
    let folder = counter.home.path().to_str().unwrap().to_owned();
    for file in [&half, &sheet, &empty, &folder] {
        let before = std::fs::read(file).ok();
        let call = counter.run(&["--db", file, "search", "l", "--json"]);
        if file == &half && call.code == 0 {
            // What is left of the pages may still answer a search; the check has to see it.
            assert_eq!(counter.run(&["--db", file, "check", "--json"]).code, 1);
        } else {
            call.failed(1).json()["error"]["what"].as_str().unwrap();
        }
        assert_eq!(before, std::fs::read(file).ok(), "{file}");
    }
}

#[test]
fn search_answers_as_the_contract_says() {
    let counter = Counter::demo(60);
    let who = counter.somebody();
    let found = counter.run(&["search", &who, "--json"]).done().json();
    assert_eq!(found["query"], who.as_str());
    assert!(found["elapsed_us"].is_u64());
    assert!(found["total"].as_u64().unwrap() >= 1);
    let first = &found["results"][0];
    assert_eq!(first["ref"], who.as_str());
    let id = first["id_number"].as_str().unwrap();
    assert!(id.is_empty() || id.starts_with("**************"), "{id}");
    assert!(first["matched"][0]["field"].is_string());

    let list = counter.write("queries.txt", format!("{who}\n\n没有这个人\n").as_bytes());
    let lines = counter.run(&["search", "--batch", &list]).done();
    let answers: Vec<Value> = lines
        .out
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[0]["results"][0]["ref"], who.as_str());
    assert_eq!(answers[1]["total"], 0);
}

#[test]
fn full_numbers_need_a_purpose_and_are_journalled() {
    let counter = Counter::demo(20);
    let who = counter.somebody();
    let head = |counter: &Counter| counter.run(&["check", "--json"]).json()["head"].clone();
    let before = head(&counter);
    let masked = counter.run(&["search", &who]).done();
    assert!(masked.out.contains("****"), "{}", masked.out);
    counter
        .run(&["search", &who, "--reveal", "--purpose", " \u{3000}"])
        .failed(2);
    assert_eq!(head(&counter), before, "searching is no entry");
    let full = counter
        .run(&[
            "search",
            &who,
            "--json",
            "--reveal",
            "--purpose",
            "核对证件",
        ])
        .done()
        .json();
    assert!(
        !full["results"][0]["id_number"]
            .as_str()
            .unwrap()
            .contains('*')
    );
    assert_ne!(head(&counter), before, "revealing is an entry");
}

#[test]
fn match_gives_reasons() {
    let counter = Counter::demo(30);
    let who = counter.somebody();
    let call = counter
        .run(&["match", "person", &who, "--all", "--limit", "500", "--json"])
        .done();
    let fits = call.json();
    assert_eq!(fits["subject"]["ref"], who.as_str());
    let results = fits["results"].as_array().unwrap();
    assert!(!results.is_empty());
    for fit in results {
        assert!(["yes", "unknown", "no"].contains(&fit["fit"].as_str().unwrap()));
        assert!(["course", "vacancy"].contains(&fit["kind"].as_str().unwrap()));
    }
    let vacancy = results.iter().find(|r| r["kind"] == "vacancy").unwrap();
    let reference = vacancy["ref"].as_str().unwrap();
    let people = counter
        .run(&["match", "vacancy", reference, "--json", "--all"])
        .done()
        .json();
    assert!(people["results"].as_array().is_some_and(|r| !r.is_empty()));
    let call = counter
        .run(&["match", "person", "P-none", "--json"])
        .failed(1);
    assert_eq!(call.json()["error"]["code"], "person_not_found");
    let list = counter.write("refs.txt", format!("{who}\nP-none\n").as_bytes());
    let batch = counter.run(&["match", "person", "--batch", &list]);
    assert_eq!(batch.code, 3, "{}", batch.err);
    assert_eq!(batch.out.lines().count(), 2);
}

#[test]
fn occupation_needs_no_database() {
    let counter = Counter::empty();
    let call = counter
        .run(&["occupation", "开叉车", "--json"])
        .done()
        .json();
    assert_eq!(call["query"], "开叉车");
    assert!(call["results"][0]["code"].is_string());
    assert!(!counter.db.exists());
}

#[test]
fn a_contact_is_logged_once_listed_and_cancelled() {
    let counter = Counter::demo(20);
    let who = counter.somebody();
    let id = "0190a000-0000-7000-8000-000000000001";
    let add = [
        "contact",
        "add",
        &who,
        "--channel",
        "2",
        "--outcome",
        "call_later",
        "--purpose",
        "岗位推荐,跟踪回访",
        "--note",
        "周五再约",
        "--next",
        "3天",
        "--id",
        id,
        "--json",
    ];
    let contact = counter.run(&add).done().json();
    assert_eq!(contact["id"], id);
    assert_eq!(contact["person"], who.as_str());
    assert_eq!(contact["channel"], "call_out");
    assert_eq!(contact["next_due"], "2026-11-23");
    assert_eq!(contact["state"], "valid");
    assert!(contact["journal"]["seq"].is_u64());
    let again = counter.run(&add).done().json();
    assert_eq!(
        again["journal"], contact["journal"],
        "the same UUID is one contact"
    );

    let list = ["contact", "list", "--person", &who, "--json"];
    let listed = counter.run(&list).done().json();
    let mine = |listed: &Value| -> Vec<Value> {
        let all = listed.as_array().unwrap().iter();
        all.filter(|c| c["id"] == id).cloned().collect()
    };
    assert_eq!(mine(&listed).len(), 1);
    let cancelled = counter
        .run(&["contact", "cancel", id, "--reason", "记错人", "--json"])
        .done()
        .json();
    assert_eq!(cancelled["state"], "cancelled");
    assert_eq!(
        mine(&counter.run(&list).done().json())[0]["state"],
        "cancelled"
    );
    counter
        .run(&["contact", "cancel", id, "--reason", "再来一次"])
        .failed(1);
    counter
        .run(&["contact", "add", &who, "--channel", "99", "--outcome", "6"])
        .failed(2);
    let future = [
        "contact",
        "add",
        &who,
        "--channel",
        "1",
        "--outcome",
        "6",
        "--at",
        "2027-01-01",
    ];
    counter.run(&future).failed(1);
}

#[test]
fn a_contact_that_contradicts_itself_is_not_logged() {
    let counter = Counter::demo(20);
    let who = counter.somebody();
    let listed = || {
        let list = ["contact", "list", "--person", &who, "--json"];
        counter.run(&list).done().json()
    };
    let before = listed();
    let add = |more: &[&str]| {
        let call = ["contact", "add", &who, "--channel", "1", "--outcome", "6"];
        counter.run(&[&call[..], more].concat())
    };
    for (more, code) in [
        (&["--next", "2020-01-01", "--json"][..], "next_in_past"),
        (&["--at", "1900-01-01", "--json"], "contact_before_birth"),
    ] {
        assert_eq!(add(more).failed(1).json()["error"]["code"], code);
    }
    add(&["--reason", "1"]).failed(2);
    add(&["--purpose", "1,闲聊"]).failed(2);
    assert_eq!(listed(), before);

    // What the form would ask for is said beside the answer; 0 answers 下次.
    let answered = |outcome: &str, more: &[&str]| {
        let call = ["contact", "add", &who, "--channel", "1", "--outcome"];
        let run = counter.run(&[&call[..], &[outcome], more].concat()).done();
        run.err.contains("the screen asks for")
    };
    for (outcome, bare, whole) in [
        ("1", &[][..], &["--next", "0"][..]),
        ("3", &["--next", "0"], &["--note", "广昌电子"]),
        ("4", &["--next", "0"], &["--reason", "1"]),
        ("5", &[], &["--next", "3"]),
    ] {
        assert!(answered(outcome, bare), "{outcome}");
        assert!(!answered(outcome, whole), "{outcome}");
    }
    assert!(!answered("6", &[]));

    let told = add(&["--at", "2026-11-19", "--purpose", "1、2，3"]).done();
    assert!(told.out.contains("no hour given"), "{}", told.out);
    let lower = who.to_ascii_lowercase();
    let list = ["contact", "list", "--person", &lower];
    let text = counter.run(&list).done().out;
    assert!(text.contains("Survey, Vacancy, Training"), "{text}");
    assert!(text.contains("2026-11-19"), "{text}");
    assert!(!text.contains("2026-11-19 00:00"), "{text}");
}

#[test]
fn a_log_is_the_acting_operators_own_unless_everyones_is_asked_for() {
    let counter = Counter::empty();
    let sheet = counter.write(
        "p.csv",
        "姓名,身份证号\n李明朗,44990119900307001X\n".as_bytes(),
    );
    counter.run(&["--operator", "梁敏", "create"]).done();
    counter.run(&["import", "people", &sheet]).done();
    counter.run(&["operator", "add", "何强"]).done();
    for name in ["梁敏", "何强"] {
        counter
            .run(&[
                "--operator",
                name,
                "contact",
                "add",
                "44990119900307001X",
                "--channel",
                "1",
                "--outcome",
                "6",
                "--note",
                name,
            ])
            .done();
    }
    let log = ["log", "--date", TODAY];
    let own = counter.run(&log).done();
    assert!(own.out.contains("梁敏") && !own.out.contains("何强"));
    assert!(
        own.err.contains("梁敏"),
        "who was taken is said: {}",
        own.err
    );
    let json = [&log[..], &["--format", "json"]].concat();
    let rows = |call: Call| call.done().json()["rows"].as_array().unwrap().len();
    assert_eq!(rows(counter.run(&json)), 1);
    assert_eq!(rows(counter.run(&[&json[..], &["--everyone"]].concat())), 2);
    let named = counter.run(&[&["--operator", "何强"][..], &log].concat());
    let named = named.done().out;
    assert!(named.contains("何强") && !named.contains("梁敏"), "{named}");
}

#[test]
fn a_list_of_queries_is_read_in_any_usual_encoding() {
    let counter = Counter::empty();
    // 保安 in GB18030, and in UTF-8 with a byte-order mark.
    let national = counter.write("gb.txt", b"\xb1\xa3\xb0\xb2\r\n");
    let marked = counter.write("bom.txt", "\u{feff}保安\n".as_bytes());
    let answers: Vec<Value> = [national, marked]
        .iter()
        .map(|file| counter.run(&["occupation", "--batch", file]).done().json())
        .collect();
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0]["query"], "保安");
    assert_ne!(answers[0]["results"], serde_json::json!([]));
}

#[test]
fn the_log_of_a_day_is_the_same_bytes_each_time() {
    let counter = Counter::demo(40);
    let who = counter.somebody();
    counter
        .run(&[
            "contact",
            "add",
            &who,
            "--channel",
            "1",
            "--outcome",
            "6",
            "--note",
            "=1+1",
        ])
        .done();
    let log = counter
        .run(&["log", "--date", TODAY, "--format", "json"])
        .done()
        .json();
    assert_eq!(log["date"], TODAY);
    assert!(!log["rows"].as_array().unwrap().is_empty());
    assert!(log["head"]["hash"].is_string());
    let csv = counter
        .run(&["log", "--date", TODAY, "--format", "csv"])
        .done();
    assert!(csv.out.starts_with('\u{feff}'));
    let again = counter
        .run(&["log", "--date", TODAY, "--format", "csv"])
        .done();
    assert_eq!(csv.out, again.out, "an export does not change the log");

    let file = counter.path("log.xlsx");
    let file = file.to_str().unwrap();
    let write = ["log", "--date", TODAY, "-o", file];
    counter.run(&write).done();
    let bytes = std::fs::read(file).unwrap();
    assert_eq!(
        counter
            .run(&[&write[..], &["--json"]].concat())
            .failed(1)
            .json()["error"]["code"],
        "output_exists"
    );
    counter
        .run(&[&write[..], &["--force", "--format", "xlsx"]].concat())
        .done();
    assert_eq!(std::fs::read(file).unwrap(), bytes);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let usual = ["log", "--date", TODAY, "--format", "xlsx"];
    for name in ["2026-11-20.xlsx", "2026-11-20-2.xlsx"] {
        let told = counter.run(&usual).done();
        assert!(told.out.contains(name), "{}", told.out);
    }
    let empty = counter.path("empty.csv");
    let call = counter
        .run(&["log", "--date", "2001-01-01", "-o", empty.to_str().unwrap()])
        .failed(1);
    assert!(call.err.contains("2001-01-01"));
    assert!(empty.exists(), "an empty sheet is deliberate");
}

#[test]
fn an_import_accounts_for_every_row_and_adds_nobody_twice() {
    let counter = Counter::empty();
    let sheet = counter.write(
        "roster.csv",
        "石岐街道花名册\n姓名,身份证号,联系电话,爱好\n李明朗,44990119900307001X,16912345678,象棋\n陈秀,123,,\n"
            .as_bytes(),
    );
    let preview = counter
        .run(&["import", "people", &sheet, "--dry-run", "--json"])
        .json();
    assert_eq!(preview["rows"], 4);
    assert!(!counter.db.exists(), "a preview makes nothing");
    let rejects = counter.path("rejects.csv");
    let report = counter.path("report.json");
    let call = counter.run(&[
        "import",
        "people",
        &sheet,
        "--json",
        "--rejects",
        rejects.to_str().unwrap(),
        "--report",
        report.to_str().unwrap(),
    ]);
    assert_eq!(call.code, 3, "{}", call.err);
    let account = call.json();
    let number = |name: &str| account[name].as_u64().unwrap();
    let parts = ["accepted", "fixed", "rejected", "duplicates", "skipped"];
    assert_eq!(number("rows"), parts.iter().map(|p| number(p)).sum::<u64>());
    assert_eq!(number("rejected"), 1);
    assert!(std::fs::read_to_string(&rejects).unwrap().contains("陈秀"));
    let written: Value = serde_json::from_slice(&std::fs::read(&report).unwrap()).unwrap();
    assert_eq!(written, account);
    let people = |counter: &Counter| counter.run(&["check", "--json"]).json()["people"].clone();
    assert_eq!(people(&counter), 1);
    let again = counter.run(&["import", "people", &sheet, "--json"]).json();
    assert_eq!(again["duplicates"], 1);
    assert_eq!(people(&counter), 1);
}

#[test]
fn a_wrong_import_leaves_nothing_behind() {
    let counter = Counter::empty();
    let folder = counter.home.path().to_str().unwrap().to_owned();
    let strange = counter.write("strange.csv", "甲,乙\n1,2\n".as_bytes());
    for (file, code) in [
        ("/nowhere/roster.csv", "file_missing"),
        (folder.as_str(), "file_is_folder"),
        (strange.as_str(), "no_header"),
    ] {
        let call = counter.run(&["import", "people", file, "--json"]).failed(1);
        assert_eq!(call.json()["error"]["code"], code);
        assert!(!counter.db.exists());
    }
}

#[test]
fn an_import_whose_report_can_not_be_written_is_not_made() {
    let counter = Counter::empty();
    let sheet = counter.write(
        "p.csv",
        "姓名,身份证号\n李明朗,44990119900307001X\n".as_bytes(),
    );
    let taken = counter.write("report.json", b"mine");
    for (place, code) in [
        (taken.as_str(), "output_exists"),
        ("/nowhere/report.json", "output_failed"),
    ] {
        let call = counter
            .run(&["import", "people", &sheet, "--report", place, "--json"])
            .failed(1);
        assert_eq!(call.json()["error"]["code"], code);
        assert!(!counter.db.exists());
    }
    assert_eq!(std::fs::read(&taken).unwrap(), b"mine");
    let page = counter.path("r.pdf");
    let page = page.to_str().unwrap();
    let call = counter
        .run(&["import", "people", &sheet, "--rejects", page])
        .failed(2);
    assert!(call.err.contains(".csv or .xlsx"), "{}", call.err);
    assert!(!counter.db.exists());
}

#[test]
fn what_was_exported_can_be_imported_again() {
    let counter = Counter::demo(25);
    let full = ["--format", "json", "--reveal", "--purpose", "迁移"];
    for kind in ["people", "courses", "vacancies", "contacts"] {
        let masked = counter.run(&["export", kind, "--format", "json"]).done();
        assert!(
            masked.json().as_array().is_some_and(|a| !a.is_empty()),
            "{kind}"
        );
        let out = counter.run(&[&["export", kind][..], &full].concat()).done();
        let sheet = counter.write(&format!("{kind}.json"), out.out.as_bytes());
        let again = counter.run(&["import", kind, &sheet, "--json"]);
        let account = again.json();
        assert_eq!(account["rejected"], 0, "{kind}: {account}");
        assert_eq!(account["accepted"], 0, "{kind}: {account}");
    }
}

#[test]
fn a_ledger_is_brought_in_taken_out_and_filtered() {
    let counter = Counter::demo(25);
    let sheet = "班名,阶段,名额,开班日期,课程\n叉车一班,已开班,30,2026.12.1,K001\n月嫂班,已批准,20,,\n坏班,筹备,20,,\n";
    let sheet = counter.write("classes.csv", sheet.as_bytes());
    let import = counter.run(&["import", "classes", &sheet, "--json"]);
    assert_eq!(import.code, 3, "one row was rejected");
    let account = import.json();
    assert_eq!(account["accepted"], 1, "{account}");
    assert_eq!(account["fixed"], 1, "{account}");
    assert_eq!(account["details"][3]["reason"], "field_unread");
    let again = counter.run(&["import", "classes", &sheet, "--json"]).json();
    assert_eq!(again["duplicates"], 2, "{again}");

    let all = counter
        .run(&["export", "classes", "--format", "json"])
        .done();
    let file = counter.write("classes.json", all.out.as_bytes());
    let other = Counter::demo(25);
    other.run(&["import", "classes", &file]).done();
    let copy = other.run(&["export", "classes", "--format", "json"]).done();
    // The same made-up offices give their courses the same identities.
    assert_eq!(copy.out, all.out);

    let picked = counter
        .run(&[
            "export",
            "classes",
            "--filter",
            "阶段:已开班",
            "--format",
            "csv",
        ])
        .done();
    assert!(
        picked.out.contains("叉车一班") && !picked.out.contains("月嫂班"),
        "{}",
        picked.out
    );
    let wrong = counter.run(&[
        "export",
        "classes",
        "--filter",
        "颜色:红",
        "--format",
        "csv",
    ]);
    assert_eq!(wrong.code, 2, "{}", wrong.err);
}

#[test]
fn backup_and_restore_bring_the_office_back() {
    let counter = Counter::demo(20);
    let copy = counter.path("copy.db");
    let copy = copy.to_str().unwrap();
    counter.run(&["backup", copy]).done();
    let again = counter.run(&["backup", copy]).failed(1);
    assert!(!again.err.contains("--force"), "{}", again.err);
    for (place, code) in [
        (counter.db.to_str().unwrap(), "same_file"),
        (counter.home.path().to_str().unwrap(), "file_is_folder"),
        (&counter.write("empty.db", b""), "backup_empty"),
    ] {
        let call = counter.run(&["restore", place, "--json"]).failed(1);
        assert_eq!(call.json()["error"]["code"], code);
    }
    let stranger = ["--operator", "谁", "restore", copy, "--json"];
    let refused = counter.run(&stranger).failed(1);
    assert_eq!(refused.json()["error"]["code"], "operator_not_found");
    let head = counter.run(&["check", "--json"]).done().json()["head"].clone();
    let who = counter.somebody();
    counter
        .run(&["contact", "add", &who, "--channel", "1", "--outcome", "6"])
        .done();
    counter.run(&["restore", copy]).done();
    assert_eq!(
        counter.run(&["check", "--json"]).done().json()["head"],
        head
    );
    let broken = counter.write("broken.db", b"SQLite format 3\0 and then nothing");
    counter.run(&["restore", &broken]).failed(1);
    assert_eq!(
        counter.run(&["check", "--json"]).done().json()["head"],
        head
    );
}

#[test]
fn operators_are_named_and_rights_hold() {
    let counter = Counter::empty();
    counter.run(&["--operator", "梁敏", "create"]).done();
    counter
        .run(&["operator", "add", "何审", "--role", "auditor"])
        .done();
    let again = counter
        .run(&["operator", "add", "何审", "--json"])
        .failed(1);
    assert_eq!(again.json()["error"]["code"], "operator_exists");
    let list = counter.run(&["operator", "list", "--json"]).done().json();
    assert_eq!(list[0]["name"], "梁敏");
    assert_eq!(list[1]["role"], "auditor");
    let sheet = counter.write(
        "p.csv",
        "姓名,身份证号\n李明朗,44990119900307001X\n".as_bytes(),
    );
    let refused = counter
        .run(&["--operator", "何审", "import", "people", &sheet, "--json"])
        .failed(1);
    assert_eq!(refused.json()["error"]["code"], "not_allowed");
    counter.run(&["--operator", "何审", "search", "李"]).done();
    let unknown = counter
        .run(&["--operator", "谁", "search", "李", "--json"])
        .failed(1);
    assert_eq!(unknown.json()["error"]["code"], "operator_not_found");
}

#[test]
fn the_same_demo_twice_is_the_same_office() {
    let offices: Vec<String> = (0..2)
        .map(|_| {
            let counter = Counter::demo(50);
            let kinds = ["people", "contacts"].map(|kind| {
                counter
                    .run(&[
                        "export",
                        kind,
                        "--format",
                        "json",
                        "--reveal",
                        "--purpose",
                        "test",
                    ])
                    .done()
                    .out
            });
            kinds.concat()
        })
        .collect();
    assert!(offices[0] == offices[1]);
}

#[test]
fn a_reader_that_leaves_ends_the_talk_quietly() {
    let counter = Counter::demo(200);
    let mut child = counter
        .command(&["export", "people", "--format", "csv"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    let told = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(0), "{told}");
    assert!(!told.contains("panicked"), "{told}");
}

#[test]
fn a_wrong_configuration_is_named_with_its_line() {
    let counter = Counter::empty();
    let folder = counter.path("conf");
    std::fs::create_dir(&folder).unwrap();
    let config = |text: &str| {
        let mut file = std::fs::File::create(folder.join("config.toml")).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    };
    let with = |args: &[&str]| {
        let dir = folder.to_str().unwrap();
        counter.run(&[&["--config", dir][..], args].concat())
    };
    config("lang = \"en\"\noperator = \n");
    let call = with(&["occupation", "保安"]).failed(2);
    assert!(call.err.contains("config.toml line 2"), "{}", call.err);
    config("lang = \"en\"\ncolour = 1\n");
    let call = with(&["occupation", "保安"]).done();
    assert!(
        call.err.contains("line 2: unknown setting colour"),
        "{}",
        call.err
    );
    config("lang = \"en\"\ntheme = \"pink\"\n");
    let call = with(&["occupation", "保安"]).done();
    assert!(
        call.err.contains("config.toml line 2: theme can't be pink"),
        "{}",
        call.err
    );
    with(&["create"]).done();
    std::fs::write(folder.join("keys.toml"), "[today]\nnonsense = 3\n").unwrap();
    let found = with(&["check", "--json"]);
    assert_eq!(found.code, 1);
    let document = found.json();
    for file in ["config.toml", "keys.toml"] {
        let findings = document["findings"].as_array().unwrap();
        let named = findings.iter().any(|f| {
            let what = f["what"].as_str().unwrap();
            f["part"] == "keys" && what.contains(file) && what.contains('2')
        });
        assert!(named, "{file}: {document}");
    }
}

#[test]
fn a_language_that_is_not_spoken_is_a_wrong_call() {
    let counter = Counter::empty();
    let call = counter
        .run(&["--lang", "fr", "occupation", "保安"])
        .failed(2);
    assert!(call.err.contains("one of zh, en"), "{}", call.err);
    let mut command = counter.command(&["occupation", "保安"]);
    let output = command.env("ZHIPEI_LANG", "fr").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn completions_and_manual_are_made_from_the_grammar() {
    let counter = Counter::empty();
    assert!(
        counter
            .run(&["completions", "bash"])
            .done()
            .out
            .contains("occupation")
    );
    let page = counter.run(&["man"]).done().out;
    assert!(page.contains("zhipei search"), "{page}");
    assert!(!page.contains("search(1)"), "no page of its own: {page}");
    assert!(page.contains("Take this day as today"), "{page}");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let counter = Counter::empty();
    let locked = counter.path("locked");
    std::fs::create_dir(&locked).unwrap();
    let mut rights = std::fs::metadata(&locked).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&locked, rights).unwrap();
    if std::fs::write(locked.join("probe"), b"").is_ok() {
        // Whoever runs as root may write anywhere; the words can't be seen then.
        return;
    }
    let db = locked.join("office.db");
    let call = counter
        .run(&["--db", db.to_str().unwrap(), "create"])
        .failed(1);
    assert!(call.err.contains("locked"), "{}", call.err);
    assert!(!Path::new(&db).exists());
}

#[test]
fn a_filter_narrows_a_search_and_a_wrong_one_is_refused() {
    let counter = Counter::demo(200);
    let total = |args: &[&str]| {
        let document = counter.run(args).done().json();
        assert!(document["problems"].is_null(), "{document}");
        document["total"].as_u64().unwrap()
    };
    let all = total(&["search", "--filter", "年龄:0-150", "--json"]);
    let young = total(&["search", "--filter", "年龄:16-24", "--json"]);
    let not_young = total(&["search", "--filter", "!年龄:16-24 年龄:0-150", "--json"]);
    assert!(
        young > 0 && young + not_young == all,
        "{young} {not_young} {all}"
    );
    // Words and filters together: all must hold, wherever they stand.
    let both = total(&["search", "l", "--filter", "age:16-24", "--json"]);
    assert_eq!(both, total(&["search", "l ａｇｅ：16-24", "--json"]));
    assert!(both < young);
    let long = total(&["search", "--filter", "未联系>30", "--json"]);
    let recent = total(&["search", "--filter", "联系<31", "--json"]);
    assert!(
        long > 0 && recent > 0 && total(&["search", "--filter", "!未联系>30", "--json"]) == recent
    );

    let group = counter
        .run(&["search", "--filter", "zu:lhs", "--limit", "1", "--json"])
        .done()
        .json();
    assert_eq!(group["results"].as_array().unwrap().len(), 1);
    assert_eq!(group["results"][0]["matched"][0]["field"], "group");

    for (filter, code, exit) in [
        ("组:火星人", "filter_wrong", 2),
        ("年龄:青年", "filter_wrong", 2),
        ("色:红", "filter_wrong", 2),
        ("镇:火星镇", "filter_value_unknown", 1),
    ] {
        let call = counter
            .run(&["search", "--filter", filter, "--json"])
            .failed(exit);
        assert_eq!(call.json()["error"]["code"], code, "{filter}");
    }
    // In the words themselves it is told and the rest is found.
    let told = counter
        .run(&["search", "色:红 组:火星人", "--json"])
        .done()
        .json();
    assert_eq!(told["problems"].as_array().unwrap().len(), 2);
}

#[test]
fn a_limit_of_none_still_says_how_many_there_are() {
    let counter = Counter::demo(20);
    let who = counter.somebody();
    let none = counter.run(&["search", &who, "--limit", "0"]).done();
    assert!(none.out.contains("0 shown of 1"), "{}", none.out);
}

#[test]
fn a_batch_is_read_from_the_standard_input() {
    use std::io::Write;
    let counter = Counter::demo(20);
    let mut child = counter
        .command(&["search", "--batch", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all("1\n李\n".as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 2);
}

#[test]
fn a_number_in_a_note_is_shown_to_nobody_who_did_not_ask() {
    let counter = Counter::demo(20);
    let who = counter.somebody();
    let note = "妹妹 449901199203143217，电话16912345601";
    let add = [
        "contact",
        "add",
        &who,
        "--channel",
        "1",
        "--outcome",
        "6",
        "--note",
        note,
    ];
    let told = counter.run(&[&add[..], &["--json"]].concat()).done();
    let list = ["contact", "list", "--person", &who];
    let shown = counter.run(&list).done();
    let log = ["log", "--date", TODAY, "--everyone", "--format"];
    let mut texts = vec![told.out, shown.out];
    for format in ["csv", "json", "html"] {
        texts.push(counter.run(&[&log[..], &[format]].concat()).done().out);
    }
    let export = ["export", "contacts", "--format", "json"];
    texts.push(counter.run(&export).done().out);
    for text in &texts {
        assert!(text.contains("169****5601"), "{text}");
        assert!(!text.contains("449901199203143217"), "{text}");
    }
    let full = ["--reveal", "--purpose", "核对"];
    let full = counter.run(&[&export[..], &full].concat()).done().out;
    assert!(full.contains(note), "{full}");
}
