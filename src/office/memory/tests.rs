//! What is laid out is always what the store holds, whoever wrote it.

use crate::matching::people::Index;
use crate::office::{
    Encoding, ImportFile, Office, RecordKind, knowledge,
    tests::{FIRST, SECOND, found, moment, roster},
};
use crate::text::Lang;
use std::path::Path;

fn open(path: &Path) -> Office {
    let office = Office::open(path, None, Lang::Zh).unwrap();
    office.for_screen().unwrap()
}

fn new_office(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("office.db");
    Office::create(&path, Some("梁敏"), Lang::Zh, &moment()).unwrap();
    path
}

#[test]
fn another_windows_people_are_in_the_next_answer_and_gone_when_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = new_office(folder.path());
    let (mine, theirs) = (open(&path), open(&path));
    mine.keep_up(|| ()).unwrap();
    let both = |office: &Office| (found(office, "limingl"), found(office, "cxy"));
    mine.import(&roster(folder.path(), &[FIRST]), false, &moment())
        .unwrap();
    assert_eq!(both(&mine), (1, 0));
    theirs
        .import(&roster(folder.path(), &[FIRST, SECOND]), false, &moment())
        .unwrap();
    assert_eq!(both(&mine), (1, 1), "before anybody looked around");
    assert!(mine.look_around().unwrap());
    assert!(!mine.look_around().unwrap(), "told once");
    theirs.undo(&moment()).unwrap();
    assert!(mine.look_around().unwrap());
    assert_eq!(both(&mine), (1, 0));
    theirs.redo(&moment()).unwrap();
    assert_eq!(both(&mine), (1, 1));
}

#[test]
fn while_people_are_laid_out_beginnings_are_found_and_marked() {
    let folder = tempfile::tempdir().unwrap();
    let path = new_office(folder.path());
    let office = open(&path);
    office
        .import(&roster(folder.path(), &[FIRST, SECOND]), false, &moment())
        .unwrap();
    let search = |text: &str| {
        let answer = office.search(text, 10, &moment()).unwrap();
        let names = answer.found.into_iter().map(|(_, line)| line.name);
        (names.collect::<Vec<_>>(), answer.loading)
    };
    assert!(!office.is_behind());
    assert_eq!(search("李"), (vec!["李明朗".to_owned()], true));
    assert_eq!(
        search("４４９９０１１９９１"),
        (vec!["陈秀英".to_owned()], true)
    );
    assert_eq!(search("p000001"), (vec!["李明朗".to_owned()], true));
    assert_eq!(search("cxy"), (vec![], true));
    assert_eq!(search(" "), (vec![], true));
    assert!(office.is_behind());
    let mut told = 0;
    office.keep_up(|| told += 1).unwrap();
    assert_eq!(search("cxy"), (vec!["陈秀英".to_owned()], false));
    assert!(!office.is_behind());
    office.keep_up(|| told += 1).unwrap();
    assert_eq!(told, 1, "nothing new the second time");
}

#[test]
fn many_changes_are_not_taken_in_while_a_key_waits() {
    let folder = tempfile::tempdir().unwrap();
    let path = new_office(folder.path());
    let (mine, theirs) = (open(&path), open(&path));
    mine.keep_up(|| ()).unwrap();
    let rows: Vec<(String, String)> = (0..super::AT_ONCE + 1)
        .map(|n| {
            (
                "李明朗".to_owned(),
                format!("449901199{}0307{:03}", n / 900, n % 900),
            )
        })
        .collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    theirs
        .import(&roster(folder.path(), &rows), false, &moment())
        .unwrap();
    let answer = mine.search("lml", 500, &moment()).unwrap();
    assert_eq!((answer.total, answer.loading), (0, true));
    assert!(mine.is_behind());
    let mut told = false;
    mine.keep_up(|| told = true).unwrap();
    assert!(told);
    let answer = mine.search("lml", 500, &moment()).unwrap();
    assert_eq!((answer.total, answer.loading), (rows.len(), false));
}

#[test]
fn laid_out_at_once_or_one_by_one_it_is_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let office = Office::demo(&path, 400, None, Lang::Zh, &moment(), |_| ()).unwrap();
    let mut text = String::from(
        "姓名,身份证号,联系电话,备用电话,镇街,村居,地址,求职意向,证书,责任人,人员类别,就业状态\n",
    );
    for (n, rest) in [
        "16912345678,07608812345,石岐街道,,石岐街道岐江社区长江路5号,開叉車、月嫂,叉车证、电工证,梁敏,农村劳动力,失业",
        ",,,,,,,梁敏,,",
        "16912345678,,石岐街道,岐江社区,　岐江社区 東明花園３栋,想揾份ａ工,,Ａ组,脱贫户、退役军人,已就业",
    ]
    .iter()
    .enumerate()
    {
        let name = ["阿卜杜拉·买买提江", "歐陽　娜娜", "𠮷田花"][n];
        let id = crate::domain::id_number::IdNumber::from_body(&format!("4499011988051200{n}"));
        text.push_str(&format!("{name},{},{rest}\n", id.unwrap()));
    }
    let file = folder.path().join("roster.csv");
    std::fs::write(&file, text).unwrap();
    let file = ImportFile::read(RecordKind::People, &file, Encoding::Auto).unwrap();
    let imported = office.import(&file, false, &moment()).unwrap();
    assert_eq!(imported.account.report.rejected, 0);

    let store = office.desk();
    let (at_once, upto) = super::lay_out::index(&store).unwrap();
    let mut records = Vec::new();
    assert_eq!(
        store
            .for_each_person(|id, r| records.push((id, r)))
            .unwrap(),
        upto
    );
    let (lexicon, occupations) = (knowledge::lexicon(), knowledge::occupations());
    let one_by_one = Index::build_with(lexicon, Some(occupations), records.into_iter());
    assert_eq!(at_once.len(), 403);
    let bytes = |index: &Index, part| {
        let mut bytes = Vec::new();
        index.write_part(part, &mut bytes).unwrap();
        bytes
    };
    for part in 0..Index::PARTS {
        assert!(
            bytes(&at_once, part) == bytes(&one_by_one, part),
            "part {part}"
        );
    }
}
