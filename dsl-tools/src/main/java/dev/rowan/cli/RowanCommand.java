package dev.rowan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands have in common: each prints what it has done. Made for extension. */
abstract class RowanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    /** Does the work, and tells of it. */
    abstract void run(PrintWriter out) throws IOException;

    @Override
    public final Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        run(out);
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    /** That an argument is none. */
    final CommandLine.ParameterException wrongUsage(IllegalArgumentException reason) {
        return new CommandLine.ParameterException(spec.commandLine(), reason.getMessage(), reason);
    }
}
