package org.orrery.cli.commands;

import java.util.List;

/** All words of this version. */
public final class Commands {
    private Commands() {
    }

    /** The commands, in the order of the help. */
    public static List<Command> all() {
        return List.of(new DemoCommand(), new ListCommand(), new DescribeCommand(), new RunCommand(), new ResumeCommand(),
                new CancelCommand(), new StopCommand(), new PauseCommand(), GroupCommand.skip(), GroupCommand.budget(), new QueueCommand(), new RunsCommand(), new ShowCommand(), new AskCommand(), new CompareCommand(),
                new TagCommand(), new ArchiveCommand(), new RestoreCommand(), new RemoveCommand(), new PruneCommand(), new ExportCommand(), new ImportCommand(), new DatasetsCommand(),
                new RenameCommand(),
                new ModelsCommand(), new ModelCommand(), new ScoreCommand(), new ReportCommand(), new ExternalCommand(), new ServeCommand());
    }
}
