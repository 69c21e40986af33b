package dev.rowan.dsl.kotlin

import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText
import org.jetbrains.kotlin.cli.common.arguments.K2JVMCompilerArguments
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSeverity
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSourceLocation
import org.jetbrains.kotlin.cli.common.messages.MessageCollector
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.jetbrains.kotlin.config.Services

/** What the compiler says of statements, with the options that it has when nobody gives it any. */
internal object KotlinCompilation {
    /** The line of a program on which its statement stands. */
    const val LINE = 26

    private val before =
        """
        import dev.rowan.dsl.kotlin.*
        import dev.rowan.execute.*
        import dev.rowan.expression.Functions.*
        import dev.rowan.expression.Aggregates.*
        import dev.rowan.query.*
        import dev.rowan.query.Sql.*
        import dev.rowan.row.*
        import java.time.Instant
        import kotlinx.coroutines.delay
        import kotlinx.coroutines.flow.*
        """
            .trimIndent()

    data class Fault(val line: Int, val message: String)

    /** The errors and warnings of each of the programs, all compiled at once. */
    fun faults(statements: List<String>): List<List<Fault>> =
        faultsOf(statements.mapIndexed { index, statement -> program(index, statement) })

    /** The errors and warnings of each of the programs, which are files of their own, all compiled at once. */
    fun faultsOf(programs: List<String>): List<List<Fault>> {
        val directory = Files.createTempDirectory("kotlin")
        try {
            val sources =
                programs.mapIndexed { index, text -> directory.resolve("Program$index.kt").also { it.writeText(text) } }
            val found = compile(directory, sources)
            return sources.map { source -> found.filter { it.first == source.toString() }.map { it.second } }
        } finally {
            directory.toFile().deleteRecursively()
        }
    }

    private fun program(index: Int, statement: String): String {
        val head = "package program$index\n\n$before\n\nfun run(db: Database, maybe: Int?, row: NamedRow) {"
        val padding = "\n".repeat(LINE - 1 - head.lines().size)
        return "$head$padding\n$statement\n}\n"
    }

    private fun compile(directory: Path, sources: List<Path>): List<Pair<String?, Fault>> {
        val found = mutableListOf<Pair<String?, Fault>>()
        val arguments =
            K2JVMCompilerArguments().apply {
                freeArgs = sources.map { it.toString() }
                classpath = System.getProperty("java.class.path")
                destination = directory.resolve("out").createDirectories().toString()
                noStdlib = true
                noReflect = true
                jvmTarget = "17"
            }
        K2JVMCompiler()
            .exec(
                object : MessageCollector {
                    override fun clear() = found.clear()

                    override fun hasErrors() = found.isNotEmpty()

                    override fun report(
                        severity: CompilerMessageSeverity,
                        message: String,
                        location: CompilerMessageSourceLocation?,
                    ) {
                        if (severity.isError || severity.isWarning) {
                            found += location?.path to Fault(location?.line ?: 0, message)
                        }
                    }
                },
                Services.EMPTY,
                arguments,
            )
        return found
    }
}
