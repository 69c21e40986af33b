/** Tools for the Rowan SQL DSL: sources and diagrams of what a database holds, and the command line. */
@SuppressWarnings("requires-automatic") // PlantUML is no module yet
module dev.rowan.dsl.tools {
    requires transitive dev.rowan.dsl.core;
    requires dev.rowan.dsl.dialects;
    requires transitive info.picocli;
    requires java.compiler;
    requires static net.sourceforge.plantuml;

    exports dev.rowan.generate;
    exports dev.rowan.task;
    exports dev.rowan.cli;

    opens dev.rowan.cli to
            info.picocli;

    uses dev.rowan.generate.ScratchDatabase;
}
