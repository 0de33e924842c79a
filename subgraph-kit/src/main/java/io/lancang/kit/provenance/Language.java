package io.lancang.kit.provenance;

import org.eclipse.microprofile.graphql.Description;

@Description("The languages that names are kept in.")
public enum Language {
    @Description("English.")
    EN,
    @Description("Chinese, in simplified characters.")
    ZH
}
