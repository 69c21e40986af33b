package dev.rowan.cli;

import dev.rowan.error.RowanException;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, result) -> rowan.failed(failure, command));
    }

    private int failed(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println("rowan: " + line(failure));
        if (stacktrace) {
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** What went wrong, on one line; what a database says of a failed statement may hold values, and is left to the stack trace. */
    private static String line(Throwable failure) {
        @Nullable String message = failure.getMessage();
        boolean isTold = failure instanceof RowanException
                || failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException;
        String text = message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : isTold ? message : failure.getClass().getSimpleName() + ": " + message;
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
