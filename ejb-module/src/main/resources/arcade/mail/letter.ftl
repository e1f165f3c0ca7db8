<#-- @ftlvariable name="letter" type="arcade.mail.Letter" -->
${letter.headline}

<#list letter.paragraphs as paragraph>
${paragraph}

</#list>
<#if letter.table.isPresent()>
<#assign table = letter.table.get()>
<#list table.lines as line>
${line.quantity} ${line.title}<#if line.detail?has_content> (${line.detail})</#if>: ${line.amount}
</#list>

<#list table.sums as sum>
${sum.label}: ${sum.amount}
</#list>

</#if>
<#if letter.button.isPresent()>
${letter.button.get().label}: ${letter.button.get().address}

</#if>
${letter.closing}
