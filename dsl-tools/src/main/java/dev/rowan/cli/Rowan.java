package dev.rowan.cli;

import dev.rowan.migrate.Repair;
import dev.rowan.migrate.Version;
import dev.rowan.task.Lines;
import dev.rowan.task.MigrationTask;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code rowan}. */
@Command(
        name = "rowan",
        description = "Migrations, generated sources and diagrams of a database.",
        mixinStandardHelpOptions = true,
        version = "rowan 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        scope = CommandLine.ScopeType.INHERIT,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:used wrongly"},
        subcommands = {
            MigrateCommand.class,
            StatusCommand.class,
            UndoCommand.class,
            DryRunCommand.class,
            RepairCommand.class,
            BaselineCommand.class,
            ExportCommand.class,
            NewCommand.class,
            GenerateCommand.class,
            DiagramCommand.class,
            InitCommand.class
        })
public final class Rowan {
    @Option(
            names = "--stacktrace",
            description = "Show where an error comes from.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean stacktrace;

    private Rowan() {}

    /** Runs a command, and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    /**
     * The command line, to be executed in a program of one's own.
     *
     * @param variables those of the environment, of which {@code ROWAN_URL}, {@code ROWAN_USER} and {@code ROWAN_PASSWORD} are known, and those
     *     that a file of properties names
     */
    public static CommandLine commandLine(Map<String, String> variables) {
        Rowan rowan = new Rowan();
        CommandLine.IFactory factory = CommandLine.defaultFactory();
        return new CommandLine(rowan, new CommandLine.IFactory() {
                    @Override
                    public <K> K create(Class<K> type) throws Exception {
                        return type == ConnectionOptions.class
                                ? type.cast(new ConnectionOptions(variables))
                                : factory.create(type);
                    }
                })
                .registerConverter(Version.class, text -> converted(text, Version::of))
                .registerConverter(Repair.class, text -> converted(text, MigrationTask::repairOf))
                .setExecutionExceptionHandler((failure, command, result) -> rowan.failed(failure, command));
    }

    private static <T> T converted(String text, Function<String, T> conversion) {
        try {
            return conversion.apply(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }

    private int failed(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println("rowan: " + Lines.of(failure));
        if (stacktrace) {
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
