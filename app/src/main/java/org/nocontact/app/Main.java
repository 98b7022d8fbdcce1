package org.nocontact.app;

import java.io.PrintWriter;
import java.util.Optional;
import org.nocontact.core.LedgerFault;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Starts NoContact.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var code = commands().execute(args);
        if (code != Exit.DONE) {
            System.exit(code);
        }
    }

    static CommandLine commands() {
        return new CommandLine(new NoContact())
                .setDefaultValueProvider(new Environment(System.getenv()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::refuse)
                .setExecutionExceptionHandler(Main::fail);
    }

    private static int refuse(ParameterException wrong, String[] args) {
        var command = wrong.getCommandLine();
        var sentence =
                Optional.ofNullable(wrong.getMessage()).orElse("").strip().replaceAll("\\.$", "");
        say(command.getErr(), sentence + ". See “" + command.getCommandSpec().qualifiedName() + " --help”.");
        return Exit.BAD_USAGE;
    }

    private static int fail(Exception fault, CommandLine command, ParseResult parsed) {
        switch (fault) {
            case Trouble trouble -> {
                say(command.getErr(), sentence(trouble));
                return trouble.exitCode();
            }
            case LedgerFault ledger -> {
                LoggerFactory.getLogger(Main.class).error("A command failed", ledger);
                say(command.getErr(), sentence(ledger));
            }
            default -> {
                LoggerFactory.getLogger(Main.class).error("A command failed", fault);
                say(command.getErr(), unexpected());
            }
        }
        return Exit.FAULT;
    }

    private static String unexpected() {
        var log = LogFile.current();
        return "Something went wrong that this program does not know, and what was kept before is still there: try"
                + " once more" + (log == null ? "." : ", and look into " + log + " if it stays so.");
    }

    private static String sentence(RuntimeException fault) {
        return Optional.ofNullable(fault.getMessage()).orElseGet(Main::unexpected);
    }

    private static void say(PrintWriter to, String sentence) {
        to.println(sentence);
        to.flush();
    }
}
