// x86-64, System V. See context.h for what a switch saves, and why that is enough. The order of the
// pushes is SavedContext's.
#if defined(__x86_64__)
        .text
        .globl  mg_switch
        .hidden mg_switch
        .type   mg_switch, @function
        .p2align 4
mg_switch:
        pushq   %rbp
        pushq   %rbx
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        movq    %rsp, (%rdi)
        movq    %rsi, %rsp
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbx
        popq    %rbp
        popq    %rcx
        jmp     *%rcx
        .size   mg_switch, . - mg_switch

        .globl  mg_start_on
        .hidden mg_start_on
        .type   mg_start_on, @function
        .p2align 4
mg_start_on:
        pushq   %rbp
        pushq   %rbx
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        movq    %rsp, (%rdi)
        movq    %rsi, %rsp
        xorl    %ebp, %ebp
        movq    %rcx, %rdi
        call    *%rdx
        call    mg_goroutine_end
        ud2
        .size   mg_start_on, . - mg_start_on
#endif
        .section .note.GNU-stack, "", @progbits
