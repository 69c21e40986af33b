package dev.rowan.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The BOM, which has no parent, says what the other modules say. */
final class PublishingTest {
    private static final Path ROOT = Path.of("..");

    private static List<String> texts(Path pom, String path) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        NodeList nodes =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent().strip())
                .toList();
    }

    @Test
    void bomHasTheVersionAndTheArtifactsThatArePublished() throws Exception {
        Path root = ROOT.resolve("pom.xml");
        Path bom = ROOT.resolve("dsl-bom/pom.xml");
        List<String> published = new ArrayList<>();
        for (String module : texts(root, "/project/modules/module")) {
            Path pom = ROOT.resolve(module).resolve("pom.xml");
            boolean isKept = texts(pom, "/project/properties/maven.deploy.skip").contains("true");
            if (!isKept) {
                published.addAll(texts(pom, "/project/artifactId"));
            }
        }

        assertThat(texts(bom, "/project/version")).isEqualTo(texts(root, "/project/version"));
        assertThat(texts(bom, "/project/parent")).isEmpty();
        assertThat(texts(bom, "/project/dependencyManagement/dependencies/dependency[not(type)]/artifactId"))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void bomAndParentHaveTheSameAddresses() throws Exception {
        for (String path : List.of("url", "licenses", "developers", "scm", "issueManagement")) {
            assertThat(texts(ROOT.resolve("dsl-bom/pom.xml"), "/project/" + path))
                    .hasSize(1)
                    .isEqualTo(texts(ROOT.resolve("pom.xml"), "/project/" + path));
        }
    }

    @Test
    void pagesAreInTheMapForMachines() throws Exception {
        String map = Files.readString(ROOT.resolve("llms.txt"));
        try (var pages = Files.list(ROOT.resolve("docs"))) {
            assertThat(pages.map(page -> "docs/" + page.getFileName())
                            .filter(page -> page.endsWith(".md"))
                            .toList())
                    .isNotEmpty()
                    .allSatisfy(page -> assertThat(map).contains("(" + page + ")"));
        }
    }
}
