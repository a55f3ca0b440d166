//! The grammar of the command line. Help texts live in [`super::help`], in both languages.

use super::values::{self, Purposes};
use crate::{
    domain::{
        contact::{Channel, Outcome, Party, Reason},
        operator::Role,
    },
    office::RecordKind,
    text::Lang,
};
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The largest made-up office.
pub(super) const MOST_PEOPLE: u64 = 10_000_000;

#[derive(Debug, Parser)]
#[command(
    name = "zhipei",
    version,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Clone, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "FILE", value_parser = values::path)]
    pub(super) db: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR", value_parser = values::path)]
    pub(super) config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG", value_parser = values::lang)]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) operator: Option<String>,
    #[arg(long, global = true, value_name = "YYYY-MM-DD", hide_short_help = true, value_parser = values::day)]
    pub(super) today: Option<NaiveDate>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Demo(DemoArgs),
    Create(CreateArgs),
    Import(ImportArgs),
    Search(SearchArgs),
    Match(MatchArgs),
    Occupation(OccupationArgs),
    #[command(subcommand)]
    Contact(ContactCommand),
    Log(LogArgs),
    Export(ExportArgs),
    Check(CheckArgs),
    Backup(FileArgs),
    Restore(FileArgs),
    #[command(subcommand)]
    Operator(OperatorCommand),
    Completions(CompletionsArgs),
    Man,
}

#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..=MOST_PEOPLE))]
    pub(super) people: u64,
    #[arg(long)]
    pub(super) fill_only: bool,
}

#[derive(Debug, Args)]
pub(super) struct CreateArgs {
    #[arg(long)]
    pub(super) plain: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Encoding {
    Auto,
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    #[value(alias = "gbk", alias = "gb2312")]
    Gb18030,
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    #[arg(value_name = "KIND", value_parser = values::record_kind())]
    pub(super) kind: RecordKind,
    #[arg(value_name = "FILE", value_parser = values::path)]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "NAME", value_enum, default_value = "auto")]
    pub(super) encoding: Encoding,
    #[arg(long, value_name = "R.json", value_parser = values::path)]
    pub(super) report: Option<PathBuf>,
    #[arg(long, value_name = "R.csv|R.xlsx", value_parser = values::path)]
    pub(super) rejects: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
    #[arg(long)]
    pub(super) json: bool,
}

/// Full numbers, and why they are needed.
#[derive(Debug, Clone, Args)]
pub(super) struct RevealArgs {
    #[arg(long, requires = "purpose")]
    pub(super) reveal: bool,
    #[arg(long, value_name = "TEXT", value_parser = values::words)]
    pub(super) purpose: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    #[arg(
        value_name = "QUERY",
        required_unless_present_any = ["batch", "filter"],
        conflicts_with = "batch"
    )]
    pub(super) query: Option<String>,
    #[arg(long, value_name = "EXPR", value_parser = values::words)]
    pub(super) filter: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(super) limit: usize,
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub(super) batch: Option<PathBuf>,
    #[command(flatten)]
    pub(super) reveal: RevealArgs,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Subject {
    Person,
    Vacancy,
    Course,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum For {
    Courses,
    Vacancies,
    People,
}

#[derive(Debug, Args)]
pub(super) struct MatchArgs {
    #[arg(value_name = "KIND", value_enum)]
    pub(super) subject: Subject,
    #[arg(
        value_name = "REF",
        required_unless_present = "batch",
        conflicts_with = "batch"
    )]
    pub(super) reference: Option<String>,
    #[arg(long = "for", value_name = "KIND", value_enum)]
    pub(super) target: Option<For>,
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(super) limit: usize,
    #[arg(long)]
    pub(super) all: bool,
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub(super) batch: Option<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct OccupationArgs {
    #[arg(
        value_name = "WISH",
        required_unless_present = "batch",
        conflicts_with = "batch"
    )]
    pub(super) wish: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(super) limit: usize,
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub(super) batch: Option<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum ContactCommand {
    Add(Box<ContactAddArgs>),
    List(ContactListArgs),
    Cancel(ContactCancelArgs),
}

#[derive(Debug, Args)]
pub(super) struct ContactAddArgs {
    #[arg(value_name = "REF")]
    pub(super) person: String,
    #[arg(long, value_name = "C", value_parser = values::channel)]
    pub(super) channel: Channel,
    #[arg(long, value_name = "O", value_parser = values::outcome)]
    pub(super) outcome: Outcome,
    #[arg(long, value_name = "P,P", value_parser = values::purposes)]
    pub(super) purpose: Vec<Purposes>,
    #[arg(long, value_name = "P", value_parser = values::party)]
    pub(super) party: Option<Party>,
    #[arg(long, value_name = "R", value_parser = values::reason)]
    pub(super) reason: Option<Reason>,
    #[arg(long, value_name = "T")]
    pub(super) place: Option<String>,
    #[arg(long, value_name = "T")]
    pub(super) note: Option<String>,
    #[arg(long, value_name = "D")]
    pub(super) next: Option<String>,
    #[arg(long, value_name = "T")]
    pub(super) at: Option<String>,
    #[arg(long, value_name = "UUID", value_parser = values::contact_id)]
    pub(super) id: Option<crate::domain::ids::ContactId>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct ContactListArgs {
    #[arg(long, value_name = "D", value_parser = values::day)]
    pub(super) date: Option<NaiveDate>,
    #[arg(long, value_name = "REF")]
    pub(super) person: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct ContactCancelArgs {
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[arg(long, value_name = "T", value_parser = values::words)]
    pub(super) reason: String,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LogFormat {
    Csv,
    Xlsx,
    Html,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct LogArgs {
    #[arg(long, value_name = "D", value_parser = values::day)]
    pub(super) date: NaiveDate,
    #[arg(long, value_name = "D", value_parser = values::day)]
    pub(super) to: Option<NaiveDate>,
    #[arg(long)]
    pub(super) everyone: bool,
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub(super) format: Option<LogFormat>,
    #[arg(long, hide = true, conflicts_with = "format")]
    pub(super) json: bool,
    #[arg(short, long, value_name = "FILE", value_parser = values::path)]
    pub(super) output: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportFormat {
    Csv,
    Xlsx,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[arg(value_name = "KIND", value_parser = values::record_kind())]
    pub(super) kind: RecordKind,
    #[arg(long, value_name = "EXPR")]
    pub(super) filter: Option<String>,
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub(super) format: Option<ExportFormat>,
    #[arg(long, hide = true, conflicts_with = "format")]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) reveal: RevealArgs,
    #[arg(short, long, value_name = "FILE", value_parser = values::path)]
    pub(super) output: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct FileArgs {
    #[arg(value_name = "FILE", value_parser = values::path)]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum OperatorCommand {
    Add(OperatorAddArgs),
    List(CheckArgs),
}

#[derive(Debug, Args)]
pub(super) struct OperatorAddArgs {
    #[arg(value_name = "NAME", value_parser = values::words)]
    pub(super) name: String,
    #[arg(long, value_name = "ROLE", default_value = "clerk", value_parser = values::role)]
    pub(super) role: Role,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL", value_enum)]
    pub(super) shell: clap_complete::Shell,
}

impl Command {
    /// Whether the answer is one JSON document on standard output.
    pub(super) fn is_json(&self) -> bool {
        match self {
            Self::Create(a) => a.json,
            Self::Import(a) => a.json,
            Self::Search(a) => a.json || a.batch.is_some(),
            Self::Match(a) => a.json || a.batch.is_some(),
            Self::Occupation(a) => a.json || a.batch.is_some(),
            Self::Contact(ContactCommand::Add(a)) => a.json,
            Self::Contact(ContactCommand::List(a)) => a.json,
            Self::Contact(ContactCommand::Cancel(a)) => a.json,
            Self::Log(a) => a.json || a.format == Some(LogFormat::Json),
            Self::Export(a) => a.json || a.format == Some(ExportFormat::Json),
            Self::Check(a) | Self::Operator(OperatorCommand::List(a)) => a.json,
            Self::Backup(a) | Self::Restore(a) => a.json,
            Self::Operator(OperatorCommand::Add(a)) => a.json,
            Self::Demo(_) | Self::Completions(_) | Self::Man => false,
        }
    }
}
