package arcade.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
    @Test
    void wordsAreSearchedAsPrefixes() {
        assertEquals("+ocean* +shi*", SearchWords.of("Ocean  SHI").against());
    }

    @Test
    void shortWordsAreLookedForInTitles() {
        assertEquals(new SearchWords(List.of("shirt"), List.of("xl")), SearchWords.of("XL shirt"));
    }

    @Test
    void wordsThatTheIndexLeavesOutAreNotAskedFor() {
        assertEquals(new SearchWords(List.of("board"), List.of()), SearchWords.of("the board"));
        assertEquals(new SearchWords(List.of(), List.of("the")), SearchWords.of("the"));
    }

    @Test
    void signsOfTheQueryLanguageAreNotPassedOn() {
        assertEquals("+mug* +cup*", SearchWords.of("+mug -(cup)* \"~<>@").against());
        assertTrue(SearchWords.of("+-*\"'`;()").isEmpty());
    }

    @Test
    void signsOfLikeStandForThemselves() {
        assertEquals("%100\\%\\\\a\\_%", SearchWords.anywhere("100%\\a_"));
    }

    @Test
    void aLongTextIsCutToEightWords() {
        assertEquals(
                8,
                SearchWords.of("aaa bbb ccc ddd eee fff ggg hhh iii jjj")
                        .indexed()
                        .size());
    }
}
