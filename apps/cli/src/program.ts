import type { Gateway } from "@remit/graphql";
import type { Serving } from "@remit/gateway";
import { Command, InvalidArgumentError, Option } from "commander";

type Loaded = () => Promise<Gateway>;

/** What the commands are of: a gateway, and an example for `remit serve`. */
export interface Served extends Serving {
  readonly gateway: Gateway;
}

/** The commands of a gateway. Each loads its own code, and the gateway, when it is called, so that reading a file waits for no database. */
export function program(load: () => Promise<Served>): Command {
  const loaded = async () => (await load()).gateway;
  const remit = new Command("remit")
    .description("The record of a group with a mission: its meetings, actions and commitments.")
    .exitOverride()
    .showHelpAfterError("(remit --help lists the commands)");
  remit
    .command("serve")
    .description("serve the graph; DATABASE_URL, REMIT_DATA, HOST and PORT say of what and where")
    .action(async () => (await import("@remit/gateway")).run(process.env, await load()));
  remit
    .command("migrate")
    .option("--beside", "put Remit's schemas beside the tables of somebody else")
    .description("bring the database up to date; as DATABASE_MIGRATE_URL, where that is set")
    .action(async (options) =>
      (await import("./migrate.ts")).migrateCommand(await loaded(), options),
    );
  remit
    .command("read")
    .argument("<file>", "minutes or a report: text, Markdown, a web page, Word or PDF")
    .option("--json", "print the whole reading")
    .description("read a document and show what was understood; needs no database")
    .action(async (file: string, options) =>
      (await import("./read.ts")).readCommand(file, options),
    );
  remit
    .command("import")
    .argument(
      "<files...>",
      "minutes, reports, JSON of a mission or links, folders of them, or a whole record",
    )
    .option("--group <name>", "the group that met, where the minutes do not name it")
    .option("--summary", "the text is somebody's summary, not the official record")
    .addOption(
      new Option(
        "--access <level>",
        "who may see what minutes make; as their group, if left out",
      ).choices(["public", "group", "officials", "restricted"]),
    )
    .option("--supersede", "put a changed document in the place of the one before it")
    .option(
      "--jobs <number>",
      "how many files to take in at once; one after the other, if left out",
      jobs,
    )
    .option("--json", "print what happened as JSON")
    .description("take documents into the record, each whole or not at all")
    .action(async (files: string[], options) =>
      (await import("./import.ts")).importCommand(await loaded(), files, options),
    );
  remit
    .command("review")
    .option("--group <slug>", "only what documents say of this group's meetings")
    .option("--answer", "show each with its line in the document, and ask: is it right?")
    .option("--as <token>", "answer as this token, for whoever holds the database")
    .option("--json", "print all there is to know of them")
    .description("list what documents say and their reader was not sure of, or answer to it")
    .action(async (options) =>
      (await import("./review.ts")).reviewCommand(await loaded(), options),
    );
  remit
    .command("documents")
    .option("--json", "print all there is to know of them but their texts")
    .description("list what was imported, with what became of it")
    .action(async (options) =>
      (await import("./documents.ts")).listCommand(await loaded(), options),
    );
  remit
    .command("undo")
    .argument("<document>", "the id of a document, or the name of its file")
    .option("--json", "print what was taken out as JSON")
    .description("take out of the record what one document alone brought")
    .action(async (document: string, options) =>
      (await import("./documents.ts")).undoCommand(await loaded(), document, options),
    );
  remit
    .command("do")
    .argument("[verb]", "what is done, such as completeAction; --list has them all")
    .option("--list", "list every verb, or the fields of one")
    .option("--schema", "print the JSON Schema of the verb's input")
    .option("--json <file>", "take the input from a file; - for standard input")
    .option("--dry-run", "try it, and change nothing")
    .option("--as <token>", "do it as this token, for whoever holds the database")
    .allowUnknownOption()
    .allowExcessArguments()
    .usage("[verb] [--field value ...] [options]")
    .description("do what may be done in the graph: as REMIT_TOKEN, or as a token that you name")
    .action(async (verb: string | undefined, options, command: Command) =>
      (await import("./do.ts")).doCommandLine(await loaded(), verb, command.args.slice(1), options),
    );
  remit
    .command("report")
    .argument("<mission>", "the address of a mission, such as step-free-harbourside")
    .requiredOption("--from <date>", "where its time begins: a day, a month or a year")
    .requiredOption("--to <date>", "where its time ends")
    .addOption(
      new Option("--format <format>", "as what it is written")
        .choices(["md", "html", "docx"])
        .default("md"),
    )
    .option("--as <token>", "ask as this token, for whoever holds the database")
    .description("print the skeleton of a report on a mission, from what is recorded")
    .action(async (mission: string, options) =>
      (await import("./report/command.ts")).reportCommand(await loaded(), mission, options),
    );
  remit
    .command("export")
    .argument("[output]", "what is written out, such as minutes; --list has them all")
    .argument("[slug]", "the address of the meeting or group of which it is")
    .option("--list", "list what can be written out, and in which formats")
    .option("--format <format>", "as what it is written; the first that there is, if left out")
    .option(
      "--template <file>",
      "your own Word document, with {{title}}, {{facts}}, {{attendees}}, {{items}}",
    )
    .option("--out <file>", "where to write it; standard output, if left out")
    .option("--as <token>", "ask as this token, for whoever holds the database")
    .option(
      "--all <file>",
      "the whole record with its history and its sources, which `remit import` takes into an empty database",
    )
    .description("write out minutes, logs and calendars, as anybody or a token may read them")
    .action(async (name: string | undefined, slug: string | undefined, { all, ...options }) =>
      all === undefined
        ? (await import("./export.ts")).exportCommand(await loaded(), name, slug, options)
        : (await import("./record.ts")).exportAllCommand(await loaded(), all),
    );
  addTokenCommands(remit.command("token").description("who may do what, by a token"), loaded);
  addActionCommands(remit.command("actions").description("what a group has to chase"), loaded);
  addPersonCommands(remit.command("person").description("what is held about somebody"), loaded);
  addJournalCommands(remit.command("journal").description("who changed what, and when"), loaded);
  return remit;
}

function jobs(value: string): number {
  const number = Number(value);
  if (/^\d+$/u.test(value) && number > 0 && number <= 32) return number;
  throw new InvalidArgumentError("Give a number from 1 to 32.");
}

function addActionCommands(actions: Command, loaded: Loaded): void {
  const command = (name: string) =>
    actions
      .command(name)
      .requiredOption("--group <slug>", "the group")
      .option("--on <day>", "the day of which to speak, such as 2026-12-31; today if left out")
      .option("--names", "name persons whom the public knows by their role alone, too");
  command("digest")
    .description("print what is overdue, due soon, standing or open, in Markdown")
    .action(async (options) =>
      (await import("./actions.ts")).digestCommand(await loaded(), options),
    );
  command("remind")
    .option("--json", "print all there is to know of them")
    .description("write the reminders that are due, each once, and print those that are new")
    .action(async (options) =>
      (await import("./actions.ts")).remindCommand(await loaded(), options),
    );
}

function addPersonCommands(person: Command, loaded: Loaded): void {
  person
    .command("export")
    .argument("<person>", "the slug of a person, or an id such as Person:0190…")
    .option("--json", "print all of it, whole")
    .description("print all that is held about one person, for whoever asks what that is")
    .action(async (named: string, options) =>
      (await import("./person.ts")).exportCommand(await loaded(), named, options),
    );
}

function addJournalCommands(journal: Command, loaded: Loaded): void {
  journal
    .command("verify")
    .option("--json", "print what is wrong as JSON")
    .option("--since <end>", "the end that an earlier run printed, which must be in it still")
    .description("check that nothing in the journal was changed, cut or left out; print its end")
    .action(async (options) =>
      (await import("./journal.ts")).verifyCommand(await loaded(), options),
    );
  journal
    .command("show")
    .argument("<subject>", "the reference of an action, or an id such as Action:0190…")
    .option("--json", "print the whole entries")
    .description(
      "print the changes of one thing, first to last: version, position in the journal, day, what",
    )
    .action(async (subject: string, options) =>
      (await import("./journal.ts")).showCommand(await loaded(), subject, options),
    );
}

const collect = (value: string, before: readonly string[] = []) => [...before, value];

function addTokenCommands(token: Command, loaded: Loaded): void {
  token
    .command("create")
    .argument("<name>", "under which the journal will keep what is done with it")
    .option(
      "--role <group=role>",
      "a role in a group: member, secretariat or chair; repeatable",
      collect,
    )
    .option("--official", "sees what is for officials")
    .option("--administrator", "may do everything")
    .option("--person <slug>", "the person whose token it is")
    .option("--expires <day>", "its last day, such as 2026-12-31")
    .description("make a token; its secret is shown this once")
    .action(async (name: string, options) =>
      (await import("./token.ts")).createCommand(await loaded(), name, options),
    );
  token
    .command("list")
    .option("--json", "print all there is to know of them")
    .description("list tokens, without their secrets")
    .action(async (options) => (await import("./token.ts")).listCommand(await loaded(), options));
  token
    .command("revoke")
    .argument("<name>")
    .description("end a token at once")
    .action(async (name: string) =>
      (await import("./token.ts")).revokeCommand(await loaded(), name),
    );
}
